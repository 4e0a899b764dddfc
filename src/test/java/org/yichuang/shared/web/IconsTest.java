package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sheet of icons that every browser loads: those that stand on some page, and no others. */
class IconsTest {
    private static final Pattern DRAWN = Pattern.compile("part\\.icon\\(name = \"([a-z-]+)\"");

    @Test
    void the_sheet_has_the_icons_that_the_pages_name_and_no_others() throws IOException {
        List<String> sheet = Files.readAllLines(Path.of("src/build/icons.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String sources = sources("src/main/jte") + sources("src/main/java");

        assertThat(sheet)
                .doesNotHaveDuplicates()
                .allSatisfy(icon -> assertThat(sources).contains("\"" + icon + "\""));
        assertThat(DRAWN.matcher(sources).results().map(drawn -> drawn.group(1)))
                .isNotEmpty()
                .isSubsetOf(sheet);
    }

    private static String sources(String directory) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(Files::isRegularFile).map(IconsTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
