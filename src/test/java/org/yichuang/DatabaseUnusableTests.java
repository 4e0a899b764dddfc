package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yichuang.support.Node;
import org.yichuang.support.TestDatabase;

/** What is said when the PostgreSQL that was named is not there, or does not let anybody in. */
class DatabaseUnusableTests {
    private static final String AWAY = "jdbc:postgresql://localhost:1/city?user=city&password=spring-rain";

    @Test
    void a_server_whose_database_is_away_says_so_in_some_lines_and_ends() {
        Node.Result ended =
                Node.command("--server.port=0", "--yichuang.database=external", "--spring.datasource.url=" + AWAY);

        assertThat(ended.code()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains("The database cannot be used", "localhost:1 refused", "./run --database")
                .doesNotContain("\tat org.", "spring-rain");
        assertThat(ended.output().lines()).hasSizeLessThan(30);
    }

    @Test
    void a_database_that_there_is_not_is_named() {
        String url = TestDatabase.newDatabase().replaceFirst("/t[0-9a-f]+", "/no_such_city");

        assertThat(said(url).getDescription()).contains("no_such_city");
    }

    @Test
    void an_address_that_no_driver_reads_is_not_repeated_as_a_password_stands_in_it() {
        FailureAnalysis said = said("jdbc:postgresql://localhost:port/city?user=city&password=spring-rain");

        assertThat(said.getDescription()).contains("地址", "address").doesNotContain("spring-rain");
        assertThat(said.getAction()).contains("jdbc:postgresql://HOST:5432/NAME");
    }

    @Test
    void what_fails_in_a_database_that_is_there_is_left_to_others() {
        assertThat(analysis(new SQLException("syntax error", "42601"))).isNull();
        assertThat(analysis(new SQLException("nothing known"))).isNull();
        assertThat(analysis(new IllegalStateException())).isNull();
    }

    private static FailureAnalysis said(String url) {
        var config = new HikariConfig();
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(url);
        Throwable failure = catchThrowable(() -> new HikariDataSource(config).close());
        return Objects.requireNonNull(analysis(failure));
    }

    /** As it comes out of a start: within others. */
    private static @Nullable FailureAnalysis analysis(Throwable failure) {
        return new DatabaseUnusable().analyze(new IllegalStateException("no web server", failure));
    }
}
