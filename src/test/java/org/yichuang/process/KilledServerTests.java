package org.yichuang.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.support.Api;
import org.yichuang.support.Node;
import org.yichuang.support.Postgres;

/** A town's server with a PostgreSQL of its own, killed under load. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledServerTests {
    private Path data;
    private Node node;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        node = Node.with(data);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private Filing filing() {
        return Filing.at(Api.signedIn(node.address(), "qingheli", DemoAccounts.PASSWORD));
    }

    private String database() {
        return Postgres.url(data.resolve("postgres"));
    }

    @Test
    void a_server_killed_in_the_middle_of_filing_deciding_and_of_a_job_loses_nothing_and_does_nothing_twice() {
        List<String> receipts;
        List<String> acts;
        try (Filing filing = Filing.decided(node.address())) {
            filing.await(() -> filing.answered() >= 150);
            int before = Aftermath.deemed(database());
            Aftermath.silenceIsOver(database());
            filing.await(() -> Aftermath.deemed(database()) > before + 10);
            node.kill();
            receipts = filing.stop();
            acts = filing.acts();
        }

        node = Node.with(data);

        Aftermath.has(node.address(), receipts);
        Aftermath.hasOnce(database(), acts);
        Aftermath.everySilentCaseIsAcceptedOnce(database());
        verified();
    }

    @Test
    void one_of_two_nodes_is_killed_and_the_other_goes_on_and_ends_the_job() {
        List<String> receipts;
        List<String> acts;
        try (Node other = Node.on(database());
                Filing filing = Filing.decided(node.address(), other.address())) {
            filing.await(() -> filing.answered() >= 60);
            int before = Aftermath.deemed(database());
            Aftermath.silenceIsOver(database());
            filing.await(() -> Aftermath.deemed(database()) > before + 5);
            other.kill();
            int then = filing.answered();
            filing.await(() -> filing.answered() >= then + 20);
            assertThat(filing.answered()).as("the other goes on").isGreaterThanOrEqualTo(then + 20);
            receipts = filing.stop();
            acts = filing.acts();
        }

        Aftermath.has(node.address(), receipts);
        Aftermath.hasOnce(database(), acts);
        Aftermath.everySilentCaseIsAcceptedOnce(database());
        verified();
    }

    @Test
    void when_its_own_postgresql_is_killed_the_server_ends_and_the_next_one_has_every_receipt() {
        List<String> receipts;
        try (Filing filing = filing()) {
            filing.await(() -> filing.answered() >= 60);
            Postgres.kill(data.resolve("postgres"));
            assertThat(node.ended()).isEqualTo(1);
            assertThat(node.log()).contains("自带的 PostgreSQL 停了", "The embedded PostgreSQL has ended", "postgres.log");
            receipts = filing.stop();
        }

        node = Node.with(data);

        Aftermath.has(node.address(), receipts);
        verified();
    }

    @Test
    void the_command_of_the_jar_names_an_entry_that_was_changed_in_the_database() throws SQLException {
        try (Filing filing = filing()) {
            filing.await(() -> filing.answered() >= 1);
        }
        try (var connection = DriverManager.getConnection(database());
                var sql = connection.createStatement()) {
            sql.execute("alter table journal.entry disable trigger entry_is_final");
            String entry = "(select id from journal.entry where kind like 'case.submit%' order by tx, seq limit 1)";
            String id;
            try (var rows = sql.executeQuery(
                    "update journal.entry set kind = 'case.submitteD' where id = " + entry + " returning id")) {
                assertThat(rows.next()).isTrue();
                id = rows.getString(1);
            }
            Node.Result result = Node.command("verify-journal", "--data", data.toString());
            assertThat(result.code()).as(result.output()).isEqualTo(1);
            assertThat(result.output()).contains(id);
            sql.execute("update journal.entry set kind = 'case.submitted' where id = '" + id + "'");
            sql.execute("alter table journal.entry enable trigger entry_is_final");
        }
        verified();
    }

    @Test
    void the_command_of_the_jar_names_a_case_whose_answers_were_changed_in_the_database() throws SQLException {
        try (Filing filing = filing()) {
            filing.await(() -> filing.answered() >= 1);
        }
        try (var connection = DriverManager.getConnection(database());
                var sql = connection.createStatement()) {
            String id;
            try (var rows = sql.executeQuery("update casework.case_file set answers = answers || ' '"
                    + " where id = (select min(id::text)::uuid from casework.case_file) returning id")) {
                assertThat(rows.next()).isTrue();
                id = rows.getString(1);
            }
            Node.Result result = Node.command("verify-journal", "--data", data.toString());
            assertThat(result.code()).as(result.output()).isEqualTo(1);
            assertThat(result.output()).contains("case:" + id + " #1 ", "changed after they were filed");
            sql.execute("update casework.case_file set answers = rtrim(answers) where id = '" + id + "'");
        }
        verified();
    }

    private void verified() {
        Node.Result result = Node.command("verify-journal", "--data", data.toString());
        assertThat(result.code()).as(result.output()).isZero();
    }
}
