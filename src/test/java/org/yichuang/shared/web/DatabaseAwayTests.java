package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yichuang.support.CityTest;

@CityTest
class DatabaseAwayTests {
    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_transaction_that_is_forgotten_holds_its_locks_no_longer_than_a_minute() {
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
        assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
        assertThat(setting("tcp_keepalives_idle")).isEqualTo("15");
    }

    @Test
    void one_that_was_ended_for_that_is_a_database_that_went_away() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local idle_in_transaction_session_timeout = '50ms'");
            var backend = statement.executeQuery("select pg_backend_pid()");
            backend.next();
            int process = backend.getInt(1);
            await().until(() -> jdbc.sql("select count(*) from pg_stat_activity where pid = ?")
                            .param(process)
                            .query(Integer.class)
                            .single()
                    == 0);

            Throwable ended = catchThrowable(() -> statement.execute("select 1"));

            assertThat(ended).isNotNull();
            assertThat(DatabaseAway.caused(ended)).as(ended.toString()).isTrue();
        }
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
