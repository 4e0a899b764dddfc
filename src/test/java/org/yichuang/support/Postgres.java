package org.yichuang.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of a test's own, as durable as a city's, that can be killed and started again on the same files. */
public final class Postgres implements AutoCloseable {
    private final Path files;
    private @Nullable EmbeddedPostgres running;
    private int port;

    public Postgres(Path directory) {
        files = directory.resolve("postgres");
        start();
    }

    public void start() {
        try {
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100");
            running = (port == 0 ? builder : builder.setPort(port)).start();
            port = running.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** The address of the PostgreSQL that a server runs on these files, without the password. */
    public static String open(Path files) {
        return url(Integer.parseInt(pid(files, 3)));
    }

    /** The same with the password that stands beside the files. */
    public static String url(Path files) {
        try {
            return open(files) + "&password="
                    + Files.readString(files.resolveSibling("postgres.password"))
                            .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void kill() {
        kill(files);
        close();
    }

    /** As {@code kill -9} of the postmaster and all its children does. */
    public static void kill(Path files) {
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(pid(files, 0))).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(Postgres::ended);
    }

    private static void ended(ProcessHandle process) {
        try {
            process.onExit().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pid(Path files, int line) {
        try {
            return Files.readAllLines(files.resolve("postmaster.pid")).get(line).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of the answer. */
    public static List<String> query(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            var found = new java.util.ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running = null;
        }
    }
}
