package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** The committed description of the API is what the server says of itself. */
@CityTest
class OpenApiTest {
    private static final Path FILE = Path.of("docs/openapi.yaml");

    @LocalServerPort
    int port;

    @Test
    void the_committed_file_is_what_the_running_server_says() throws IOException {
        String running = new Web(port).get("/api/v1/openapi.yaml").body();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(FILE, running);
        }

        assertThat(FILE).exists();
        assertThat(Files.readString(FILE))
                .as("docs/openapi.yaml against the running server; ./verify --renew-openapi writes it anew")
                .isEqualTo(running);
    }

    @Test
    void each_endpoint_says_what_it_is_for_who_may_call_it_and_what_a_problem_is() {
        String running = new Web(port).get("/api/v1/openapi").body();
        List<Map<String, Object>> operations = JsonPath.read(running, "$.paths.*.*");
        List<Object> ids = JsonPath.read(running, "$.paths.*.*.operationId");
        List<Object> problems =
                JsonPath.read(running, "$.paths.*.*.responses.default.content['application/problem+json']");

        assertThat(operations).hasSizeGreaterThan(100).allSatisfy(operation -> {
            assertThat(operation).containsKeys("summary", "operationId");
            assertThat(operation.containsKey("security")).isEqualTo(operation.containsKey("description"));
        });
        assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.toString().contains("_"));
        assertThat(problems).hasSameSizeAs(operations);
        assertThat(JsonPath.<List<Object>>read(running, "$.paths['/api/v1/cases/{id}/grant'].post.security"))
                .isNotEmpty();
        assertThat(JsonPath.<List<Object>>read(running, "$.paths.*.*.parameters[?(@.schema.$ref)]"))
                .as("what the server puts in itself is no parameter")
                .isEmpty();
        assertThat(JsonPath.<String>read(running, "$.components.schemas.Problem.properties.errors.items.$ref"))
                .endsWith("/FieldProblem");
        assertThat(JsonPath.<Object>read(running, "$.components.schemas.FieldProblem.properties.detailEn"))
                .isNotNull();
    }
}
