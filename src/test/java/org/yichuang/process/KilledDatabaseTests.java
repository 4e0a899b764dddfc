package org.yichuang.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.support.Api;
import org.yichuang.support.Node;
import org.yichuang.support.Postgres;

/** A city's server on a PostgreSQL that is killed under load and started again. */
class KilledDatabaseTests {
    @TempDir
    Path directory;

    @Test
    void a_server_whose_postgresql_was_killed_goes_on_by_itself_and_no_receipt_or_act_that_was_answered_is_lost() {
        try (var postgres = new Postgres(directory);
                Node node = Node.on(postgres.url())) {
            through(postgres, node);

            assertThat(node.alive()).isTrue();
            Aftermath.everySilentCaseIsAcceptedOnce(postgres.url());
            Node.Result verified = Node.command("verify-journal", "--database", postgres.url());
            assertThat(verified.code()).as(verified.output()).isZero();
        }
    }

    /** Nobody is told that the server has a fault, and nobody waits for long. */
    private static void away(Api company, Node node) {
        var page = CompletableFuture.supplyAsync(() -> new Api(node.address(), null).get("/items"));
        Api.Answer api = company.get("/api/v1/me");

        assertThat(api.status()).isEqualTo(503);
        assertThat(api.slug()).isEqualTo("unavailable");
        assertThat(api.raw().headers().firstValue("Retry-After")).hasValue("30");
        assertThat(page.join().status()).isEqualTo(503);
        assertThat(page.join().text()).contains("<header class=\"top\">", "数据库暂时连不上");
    }

    private static void through(Postgres postgres, Node node) {
        Api company = Api.signedIn(node.address(), "qingheli", DemoAccounts.PASSWORD);
        try (Filing filing = Filing.decided(node.address())) {
            filing.await(() -> filing.answered() >= 150);
            Aftermath.silenceIsOver(postgres.url());
            filing.await(() -> Aftermath.deemed(postgres.url()) > 10);
            postgres.kill();
            away(company, node);
            int before = filing.answered();
            postgres.start();
            filing.await(() -> filing.answered() >= before + 20);
            assertThat(filing.answered()).isGreaterThanOrEqualTo(before + 20);
            Aftermath.has(node.address(), filing.stop());
            Aftermath.hasOnce(postgres.url(), filing.acts());
        }
    }
}
