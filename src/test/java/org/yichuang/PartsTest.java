package org.yichuang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts (SBOM) and the licences that the jar carries. */
class PartsTest {
    @Test
    void the_list_of_parts_names_what_comes_from_maven_and_from_npm_with_version_and_licence() throws IOException {
        try (InputStream list = Objects.requireNonNull(
                PartsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"), "no list of parts")) {
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(list)
                            .path("components")
                            .valueStream())
                    .extracting(
                            part -> part.path("purl").asString().replaceAll("[@?].*", ""),
                            part -> part.path("version").asString().isEmpty(),
                            PartsTest::licence)
                    .contains(
                            tuple("pkg:maven/org.springframework.boot/spring-boot", false, "Apache-2.0"),
                            tuple("pkg:maven/org.postgresql/postgresql", false, "BSD-2-Clause"),
                            tuple("pkg:npm/htmx.org", false, "0BSD"),
                            tuple("pkg:npm/%40tabler/icons", false, "MIT"),
                            tuple("pkg:npm/%40expo-google-fonts/noto-sans-sc", false, "MIT AND OFL-1.1"));
        }
    }

    @Test
    void the_jar_carries_the_licences_of_what_is_copied_into_it_and_its_own() throws IOException {
        assertThat(text("licenses/LICENSE")).contains("Apache License");
        assertThat(text("licenses/NOTICE")).contains("META-INF/licenses");
        assertThat(text("licenses/htmx.org/LICENSE")).contains("Zero-Clause BSD");
        assertThat(text("licenses/@tabler/icons/LICENSE")).contains("MIT License");
        assertThat(text("licenses/@expo-google-fonts/noto-sans-sc/LICENSE_FONT"))
                .contains("SIL Open Font License, Version 1.1");
    }

    private static String text(String path) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PartsTest.class.getResourceAsStream("/META-INF/" + path), path)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private static String licence(JsonNode part) {
        JsonNode first = part.path("licenses").path(0);
        return first.path("expression")
                .asString(first.path("license").path("id").asString(""));
    }
}
