package org.yichuang.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The files that are looked through, and how the two languages are told apart. */
final class Sources {
    private static final Pattern CHINESE = Pattern.compile("[\\u3400-\\u9fff]");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2}");

    private Sources() {}

    static List<Path> under(String directory, String ending) {
        try (var files = Files.walk(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean chinese(String text) {
        return CHINESE.matcher(text).find();
    }

    static boolean english(String text) {
        return ENGLISH.matcher(text).find();
    }

    static int line(String source, int at) {
        return (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
