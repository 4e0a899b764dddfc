package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yichuang.shared.City;
import org.yichuang.shared.Demo;
import org.yichuang.shared.Text;
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
    void one_that_does_not_answer_any_more_keeps_nobody_longer_than_a_minute_but_a_migration(@Autowired Flyway flyway)
            throws SQLException {
        try (var migrating = flyway.getConfiguration().getDataSource().getConnection()) {
            assertThat(migrating.getNetworkTimeout()).isZero();
        }
        try (var connection = database.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
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

    @Test
    void one_that_can_only_be_read_is_one_that_cannot_be_used() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = on");
            try {
                Throwable refused = catchThrowable(() -> statement.execute("delete from journal.reader where false"));

                assertThat(DatabaseAway.caused(new IllegalStateException("at work", refused)))
                        .as(String.valueOf(refused))
                        .isTrue();
            } finally {
                statement.execute("reset default_transaction_read_only");
            }
        }
    }

    @Test
    void one_that_can_only_be_read_shows_in_the_health_page() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var health = new Writable(new SingleConnectionDataSource(connection, true));
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            statement.execute("set default_transaction_read_only = on");
            try {
                assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            } finally {
                statement.execute("reset default_transaction_read_only");
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void one_that_is_away_shows_in_the_health_page_and_is_waited_for_once_and_said_in_one_line(
            @Autowired HealthContributorRegistry health, CapturedOutput output) {
        var away = new Writable(new DriverManagerDataSource("jdbc:postgresql://localhost:1/city"));

        assertThat(away.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(output.getOut())
                .contains("Health: the database cannot be used: Connection to localhost:1 refused")
                .doesNotContain("\tat org.yichuang.shared.web.Writable");
        assertThat(health.getContributor("writable")).isNotNull();
        assertThat(health.getContributor("db")).isNull();
    }

    @Test
    void a_full_disk_is_said_in_one_line_without_the_statement() {
        var full = new SQLException(
                "ERROR: could not extend file \"base/5/1\": No space left on device\n  Hint: Check free disk space.",
                "53100");
        var failure = new IllegalStateException("SQL [insert into a values ('110105')]; it failed", full);

        assertThat(DatabaseAway.caused(failure)).isTrue();
        assertThat(DatabaseAway.why(failure))
                .isEqualTo("ERROR: could not extend file \"base/5/1\": No space left on device"
                        + " Hint: Check free disk space.");
        assertThat(DatabaseAway.caused(new SQLException("duplicate key", "23505")))
                .isFalse();
    }

    @Test
    void a_pool_without_a_connection_says_why_there_is_none() {
        var pool = new SQLTransientConnectionException(
                "no connection within 10 s", new SQLException("Connection to db:5432 refused", "08001"));

        assertThat(DatabaseAway.why(new IllegalStateException("no transaction", pool)))
                .isEqualTo("no connection within 10 s: Connection to db:5432 refused");
    }

    @Test
    void an_address_that_leads_nowhere_is_said_to_even_while_the_database_is_away() throws Exception {
        var asked = new AtomicInteger();
        City unknown = () -> {
            asked.incrementAndGet();
            throw new IllegalStateException(new SQLTransientConnectionException("no connection within 10 s"));
        };

        Object answer = advice(unknown)
                .other(
                        new ResponseStatusException(HttpStatus.NOT_FOUND),
                        new MockHttpServletRequest("GET", "/nowhere"),
                        new MockHttpServletResponse());

        ModelAndView page = (ModelAndView) Objects.requireNonNull(answer);
        assertThat(page.getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.getModel().get("ui")).isInstanceOf(Ui.class);
        assertThat(asked).hasValue(1);
    }

    /** It may be that a transaction of ours writes that was to read: where, only the stack tells. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void one_that_can_only_be_read_is_logged_with_the_place_that_writes(CapturedOutput output) throws Exception {
        var response = new MockHttpServletResponse();

        advice(() -> Text.same("某市"))
                .other(
                        new IllegalStateException(new SQLException("cannot execute DELETE", "25006")),
                        new MockHttpServletRequest("POST", "/api/v1/somewhere"),
                        response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(output.getOut())
                .contains("POST /api/v1/somewhere: the database can only be read", "\tat org.yichuang.");
    }

    private static ProblemAdvice advice(City city) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("city", city);
        var ui = new UiAdvice(
                Clock.systemUTC(),
                beans.getBeanProvider(DeskFrame.Source.class),
                beans.getBeanProvider(Demo.class),
                beans.getBeanProvider(City.class));
        return new ProblemAdvice(
                new ProblemAnswer(ui), new PageAbove(beans.getBeanProvider(RequestMappingHandlerMapping.class)));
    }

    @Test
    void where_the_rollback_failed_too_what_failed_before_it_tells() {
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.caused(rollback)).isFalse();

        rollback.initApplicationException(
                new IllegalStateException(new SQLException("An I/O error occurred", "08006")));

        assertThat(DatabaseAway.caused(rollback)).isTrue();
        assertThat(DatabaseAway.why(rollback)).isEqualTo("An I/O error occurred");
    }

    @Test
    void what_a_library_keeps_beside_its_own_failure_tells_too() {
        var rollback = new IllegalStateException("Failed to rollback", new SQLException("Connection is closed"));
        assertThat(DatabaseAway.caused(rollback)).isFalse();

        rollback.addSuppressed(new IllegalStateException(new SQLException("FATAL: terminating connection", "57P01")));

        assertThat(DatabaseAway.caused(rollback)).isTrue();
        assertThat(DatabaseAway.why(rollback)).isEqualTo("FATAL: terminating connection");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_full_disk_for_temporary_files_is_ours_and_a_connection_that_broke_is_not(CapturedOutput output)
            throws Exception {
        var full = new IOException("upload failed", new IOException("No space left on device"));
        var broken = new IOException("upload failed", new ClientAbortException(new IOException("Broken pipe")));
        var request = new MockHttpServletRequest("POST", "/api/v1/files");
        request.setContentType("multipart/form-data; boundary=x");
        var advice = advice(() -> Text.same("某市"));
        var response = new MockHttpServletResponse();

        advice.notParts(new MultipartException("Failed to parse", broken), request, response);
        assertThat(response.getStatus()).isEqualTo(400);
        advice.notParts(new MultipartException("Failed to parse", full), request, response);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(output.getOut()).containsOnlyOnce("POST /api/v1/files: no file can be written in /");
        advice.unreadable(new InvalidParameterException(full, 400), request, response);
        assertThat(output.getOut().split("no file can be written", -1)).hasSize(3);
    }

    /** Whoever needed the connection says so in a line; a restart of PostgreSQL breaks twenty. */
    @Test
    void the_log_has_no_stack_for_each_connection_that_broke() {
        assertThat(LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyConnection")
                        .isWarnEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("com.zaxxer.hikari.pool.PoolBase").isWarnEnabled())
                .isTrue();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_job_that_cannot_be_looked_for_is_one_line_in_the_log_and_one_that_is_at_fault_has_its_stack(
            CapturedOutput output) {
        var jobs = LoggerFactory.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
        var away = new IllegalStateException(new SQLException("Connection to db:5432 refused", "08001"));

        jobs.error("Unhandled exception. Will keep running.", away);
        jobs.error("Failed while completing execution {}, because {}.", "casework-limits", away.getMessage(), away);
        assertThat(output.getOut()
                        .lines()
                        .filter(line -> line.contains("RunUntilShutdown: the database cannot be used: ")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("Connection to db:5432 refused"));
        assertThat(output.getOut())
                .doesNotContain("Failed while completing", "\tat org.yichuang.shared.web.DatabaseAwayTests");

        jobs.error("Unhandled exception. Will keep running.", new IllegalStateException("a fault of ours"));
        assertThat(output.getOut()).contains("a fault of ours", "\tat org.yichuang.");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
