package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestDatabase;

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
    void while_a_migration_runs_however_long_no_transaction_idles_beside_it(@Autowired Flyway flyway) {
        var migration = new V1__Look();

        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(TestDatabase.newDatabase(), null, null)
                .locations(new String[0])
                .javaMigrations(migration)
                .load()
                .migrate();

        assertThat(migration.idle).isZero();
    }

    /** Counts the transactions that idle in its database. */
    private static final class V1__Look extends BaseJavaMigration {
        int idle = -1;

        @Override
        public void migrate(Context context) throws SQLException {
            try (var statement = context.getConnection().createStatement();
                    var found = statement.executeQuery("select count(*) from pg_stat_activity"
                            + " where datname = current_database() and state = 'idle in transaction'")) {
                found.next();
                idle = found.getInt(1);
            }
        }
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
