package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void a_machine_that_nobody_knows_is_named() {
        assertThat(said("jdbc:postgresql://db.invalid/city?user=city&password=spring-rain")
                        .getDescription())
                .contains("没有这台主机", "No such host: db.invalid");
    }

    @Test
    void a_user_who_may_not_make_anything_is_told_to_own_the_database() throws SQLException {
        String url = TestDatabase.newDatabase();
        try (var owner = DriverManager.getConnection(url);
                var sql = owner.createStatement()) {
            sql.execute("create role stranger");
            try {
                sql.execute("set role stranger");
                Throwable refused = catchThrowable(() -> sql.execute("create table public.flyway (n int)"));

                FailureAnalysis said = Objects.requireNonNull(analysis(refused));
                assertThat(said.getDescription()).contains("permission denied for schema public");
                assertThat(said.getAction()).contains("create database NAME owner U", "所有者");
            } finally {
                sql.execute("reset role");
                sql.execute("drop role stranger");
            }
        }
    }

    @Test
    void a_postgresql_that_is_too_old_is_refused_with_its_version() throws SQLException, IOException {
        String looks = looks();
        String asking = looks.replace("< 150000", "< 990000");
        assertThat(asking).isNotEqualTo(looks);
        try (var connection = DriverManager.getConnection(TestDatabase.newDatabase());
                var sql = connection.createStatement()) {
            Throwable refused = catchThrowable(() -> sql.execute(asking));

            assertThat(Objects.requireNonNull(analysis(refused)).getDescription())
                    .contains("too old, 15 or newer is needed: PostgreSQL 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_postgresql_that_forgets_what_was_answered_is_named_at_each_start(String commit)
            throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(TestDatabase.newDatabase());
                var sql = connection.createStatement()) {
            sql.execute("set synchronous_commit = " + commit);
            sql.execute(looks());
            SQLWarning warned = sql.getWarnings();
            String said = warned == null ? "" : String.valueOf(warned.getMessage());

            assertThat(said.contains("synchronous_commit=off")).isEqualTo(commit.equals("off"));
        }
    }

    private static String looks() throws IOException {
        return Files.readString(Path.of("src/main/resources/db/migration/beforeMigrate__look_at_the_server.sql"));
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
