package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yichuang.support.Postgres;

/** What is said of an embedded PostgreSQL that does not start, and how long it is waited for. */
class EmbeddedDatabaseTests {
    @TempDir
    Path data;

    @Test
    void why_no_database_can_be_made_is_said_in_postgresql_s_own_words() throws Exception {
        Files.createDirectories(DataDirectory.postgres(data).resolve("something-else"));

        assertThatThrownBy(() -> start(new EmbeddedDatabase(), () -> {}))
                .isInstanceOf(DataDirectory.Unusable.class)
                .hasMessageContainingAll("启动不了", "does not start", "exists but is not empty", PostgresLog.FILE);
    }

    @Test
    void why_postgresql_refuses_is_said_and_one_that_only_refused_at_first_is_started() throws Exception {
        start(new EmbeddedDatabase(), () -> {});
        mode("rwxr-xr-x");

        assertThatThrownBy(() -> start(new EmbeddedDatabase(Duration.ZERO), () -> {}))
                .isInstanceOf(DataDirectory.Unusable.class)
                .hasMessageContaining("has invalid permissions");

        Files.delete(data.resolve(PostgresLog.FILE));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var mended = thread.submit(() -> {
                await().until(() -> log().contains("has invalid permissions"));
                mode("rwx------");
                return true;
            });
            start(new EmbeddedDatabase(), () -> {
                assertThat(Postgres.query(Postgres.url(DataDirectory.postgres(data)), "select 1"))
                        .hasSize(1);
            });
            assertThat(mended.get()).isTrue();
        }
    }

    @Test
    void a_password_of_another_database_is_said_to_be_one_and_no_postgresql_is_left_running() throws Exception {
        start(new EmbeddedDatabase(), () -> {});
        Files.writeString(data.resolve(DatabaseKey.FILE), "of-another-city\n");

        assertThatThrownBy(() -> start(new EmbeddedDatabase(), () -> {}))
                .isInstanceOf(DataDirectory.Unusable.class)
                .hasMessageContainingAll("不是这个数据库的", "is not that of this database", DatabaseKey.FILE);
        assertThat(DataDirectory.postmaster(data)).isEmpty();

        Files.delete(data.resolve(DatabaseKey.FILE));
        start(new EmbeddedDatabase(), () -> {});
    }

    @Test
    void a_postgresql_of_other_files_that_has_the_number_of_a_stale_one_is_none_of_ours_and_is_left_alone()
            throws Exception {
        Path after = data.resolve("after-a-power-cut");
        start(after, new EmbeddedDatabase(), () -> {});
        start(new EmbeddedDatabase(), () -> {
            Path files = DataDirectory.postgres(data);
            Path itsFiles = DataDirectory.postgres(after);
            String said = Files.readString(files.resolve("postmaster.pid"));
            Files.writeString(itsFiles.resolve("postmaster.pid"), said.replace(files.toString(), itsFiles.toString()));
            List<String> stale = Files.readAllLines(itsFiles.resolve("postmaster.pid"));

            assertThat(DataDirectory.postmaster(after)).isEmpty();
            try (var taken = DataDirectory.take(after)) {
                taken.forgetStale();
            }
            List<String> mended = Files.readAllLines(itsFiles.resolve("postmaster.pid"));
            assertThat(mended.getFirst()).isNotEqualTo(stale.getFirst());
            assertThat(mended.subList(1, mended.size())).isEqualTo(stale.subList(1, stale.size()));
            assertThat(DataDirectory.postmaster(data)).isPresent();
        });
    }

    @Test
    void one_whose_stale_number_another_process_has_is_started() throws Exception {
        start(new EmbeddedDatabase(), () -> {});
        Path file = DataDirectory.postgres(data).resolve("postmaster.pid");
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.write(
                    file,
                    List.of(
                            String.valueOf(other.pid()),
                            DataDirectory.postgres(data).toString(),
                            "1",
                            "5432",
                            "",
                            "",
                            ""));

            start(new EmbeddedDatabase(), () -> {
                assertThat(DataDirectory.postmaster(data)).isPresent();
            });

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void its_log_names_nobody_whom_a_statement_names() throws Exception {
        start(new EmbeddedDatabase(), () -> {
            String url = Postgres.url(DataDirectory.postgres(data));
            Postgres.query(url, "create table person (name text unique)");
            Postgres.query(url, "insert into person values ('何小满')");
            assertThatThrownBy(() -> Postgres.query(url, "insert into person values ('何小满')"))
                    .hasMessageContaining("duplicate key");
        });

        assertThat(log()).contains("ready to accept connections").doesNotContain("何小满");
    }

    @Test
    void its_last_words_are_found_in_a_log_that_was_emptied_and_among_answers_to_who_asks_too_early() throws Exception {
        Path file = data.resolve(PostgresLog.FILE);
        Files.writeString(file, "LOG:  long ago\n".repeat(100));
        var words = new PostgresLog(data);
        assertThat(words.said()).isEmpty();

        Files.writeString(file, "LOG:  redo in progress\n" + "FATAL:  the database system is starting up\n".repeat(20));

        assertThat(words.said()).isEqualTo("LOG:  redo in progress");
        assertThat(words.saidAtLast()).isEqualTo("LOG:  redo in progress");

        Files.writeString(file, "FATAL:  lock file \"postmaster.pid\" already exists\n");

        assertThat(words.said()).isEmpty();
        assertThat(words.saidAtLast()).contains("already exists");
    }

    private interface Doing {
        void does() throws Exception;
    }

    /** As a server starts it; it is stopped when this was done with it. */
    private void start(EmbeddedDatabase embedded, Doing what) throws Exception {
        start(data, embedded, what);
    }

    private static void start(Path data, EmbeddedDatabase embedded, Doing what) throws Exception {
        try (var taken = embedded.dataDirectory(data);
                var postgres = embedded.postgres(taken, data)) {
            assertThat(postgres.getPort()).isPositive();
            what.does();
        }
    }

    private void mode(String mode) throws Exception {
        Files.setPosixFilePermissions(DataDirectory.postgres(data), PosixFilePermissions.fromString(mode));
    }

    private String log() throws Exception {
        Path file = data.resolve(PostgresLog.FILE);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
