package org.yichuang;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What the embedded PostgreSQL says, in a file beside its own: why it does not start, or has ended. */
final class PostgresLog {
    static final String FILE = "postgres.log";

    private static final int LINES = 10;
    private static final int BYTES = 1 << 16;
    /** What it answers to those who ask too early, once for each time they ask, and to a second one of itself. */
    private static final List<String> NOISE =
            List.of("database system is starting up", "\"postmaster.pid\" already exists", "Is another postmaster");

    private final Path file;
    private final long before;

    PostgresLog(Path directory) {
        file = directory.resolve(FILE);
        before = file.toFile().length();
    }

    Path file() {
        return file;
    }

    Redirect redirect() {
        return Redirect.appendTo(file.toFile());
    }

    /** Its last lines since this was made; empty when it said nothing but {@link #NOISE}. */
    String said() {
        return said(line -> NOISE.stream().noneMatch(line::contains));
    }

    /** The same when it is not asked again: what else would be noise is why it refuses, if it said nothing more. */
    String saidAtLast() {
        String said = said();
        return said.isEmpty() ? said(line -> true) : said;
    }

    private String said(Predicate<String> counts) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            // an operator may have emptied it meanwhile
            long from = log.length() < before ? 0 : before;
            log.seek(Math.max(from, log.length() - BYTES));
            byte[] end = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .filter(counts)
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
