package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yichuang.support.Node;
import org.yichuang.support.TestDatabase;

/** What a server makes of a database that it finds, and what it gives to whom. */
class StartAgainTests {
    private static final Pattern SETUP = Pattern.compile("/setup/ycu_[A-Za-z0-9_-]+");

    @Test
    void an_empty_city_stays_one_when_it_is_started_without_the_option_and_its_metrics_are_for_this_machine()
            throws Exception {
        String database = TestDatabase.newDatabase();
        String before;
        try (Node node = Node.on(database, "--yichuang.fill=empty")) {
            before = link(node);
            assertThat(get(node.address() + before).statusCode()).isEqualTo(200);
        }
        int metrics = Node.freePort();
        try (Node node = Node.on(database, "--yichuang.metrics-port=" + metrics)) {
            assertThat(get(node.address() + "/").body())
                    .doesNotContain("演示", "杭州")
                    .contains("<small>政务服务</small>", "还没有发布的事项", "还没有登记窗口");
            assertThat(get(node.address() + "/?lang=en").body()).contains("<small>Public services</small>");
            assertThat(get(node.address() + "/items").body()).contains("还没有发布的事项");
            assertThat(get(node.address() + "/places").body()).contains("还没有登记窗口");
            assertThat(get(node.address() + link(node)).statusCode()).isEqualTo(200);
            assertThat(get(node.address() + before).statusCode()).isEqualTo(404);

            assertThat(get(node.address() + "/actuator/prometheus").statusCode())
                    .isEqualTo(404);
            assertThat(get(node.address() + "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(get("http://127.0.0.1:" + metrics + "/metrics").body()).contains("jvm_memory_used_bytes");
            assertThat(topics(database))
                    .as("themes and life events of an empty city")
                    .isPositive();
        }
    }

    @Test
    void a_district_without_a_centre_leads_to_its_streets() throws Exception {
        String database = TestDatabase.newDatabase();
        try (Node node = Node.on(database, "--yichuang.fill=empty");
                var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("insert into network.division (code, tier, name, parent) values"
                    + " ('3301', 'CITY', '某市', null), ('330106', 'DISTRICT', '某区', '3301'),"
                    + " ('330106110', 'STREET', '某街道', '330106')");
            await().untilAsserted(
                            () -> assertThat(get(node.address() + "/").body()).contains("某区"));
            assertThat(get(node.address() + "/").body()).contains("<small>某市政务服务</small>");

            assertThat(get(node.address() + "/?near=330106").body()).contains("href=\"/places?in=330106\"");
            assertThat(get(node.address() + "/places?in=330106").body())
                    .contains("某街道")
                    .doesNotContain("便民服务点");
        }
    }

    @Test
    void a_database_of_an_earlier_version_is_not_called_whole_but_named() {
        Node.Result verified = Node.command("verify-journal", "--database", TestDatabase.newDatabase());

        assertThat(verified.code()).isEqualTo(2);
        assertThat(verified.output()).contains("先在它上面启动一次服务器", "start the server on it once");
    }

    private static int topics(String database) throws Exception {
        try (var connection = DriverManager.getConnection(database);
                var found = connection.createStatement().executeQuery("select count(*) from catalogue.topic")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static String link(Node node) {
        var link = SETUP.matcher(node.log());
        assertThat(link.find()).as(node.log()).isTrue();
        return link.group();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
