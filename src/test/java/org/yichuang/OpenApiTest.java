package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        String running = new Web(port).get("/api/v1/openapi.yaml").body().replace("http://localhost:" + port, "/");
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(FILE, running);
        }

        assertThat(FILE).exists();
        assertThat(Files.readString(FILE))
                .as("docs/openapi.yaml against the running server; ./verify --renew-openapi writes it anew")
                .isEqualTo(running);
    }
}
