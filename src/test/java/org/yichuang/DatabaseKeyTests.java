package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yichuang.support.Postgres;

/** Who may enter the embedded PostgreSQL. */
class DatabaseKeyTests {
    @TempDir
    Path directory;

    private Path data;
    private Path files;

    @BeforeEach
    void a_town_s_directory() {
        data = directory.resolve("town");
        files = DataDirectory.postgres(data);
    }

    @Test
    void a_new_database_asks_for_the_password_which_only_the_server_s_account_reads() throws Exception {
        running(() -> {
            refused();
            assertThat(Postgres.query(Postgres.url(files), "show listen_addresses"))
                    .containsExactly("localhost");
        });

        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve(DatabaseKey.FILE))).isEqualTo("rw-------");
        try (var found = Files.list(data)) {
            assertThat(found.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("postgres.")))
                    .containsExactlyInAnyOrder(DatabaseKey.FILE, PostgresLog.FILE);
        }
    }

    @Test
    void a_database_that_was_open_is_closed_at_the_next_start_and_keeps_what_is_in_it() throws Exception {
        Files.createDirectories(data);
        try (var before = new Postgres(data)) {
            Postgres.query(before.url(), "create table kept as select 'all of it' as what");
        }

        for (int start = 0; start < 2; start++) {
            running(() -> {
                refused();
                assertThat(Postgres.query(Postgres.url(files), "select what from kept"))
                        .containsExactly("all of it");
            });
        }
    }

    @Test
    void a_password_that_was_lost_is_replaced() throws Exception {
        running(this::refused);
        String lost = Files.readString(data.resolve(DatabaseKey.FILE));
        Files.delete(data.resolve(DatabaseKey.FILE));

        running(() -> {
            refused();
            assertThat(Postgres.query(Postgres.url(files), "select 1")).hasSize(1);
        });
        assertThat(Files.readString(data.resolve(DatabaseKey.FILE))).isNotEqualTo(lost);
    }

    private interface Looking {
        void look() throws Exception;
    }

    /** With the database as a server starts it. */
    private void running(Looking looking) throws Exception {
        var embedded = new EmbeddedDatabase();
        try (var taken = embedded.dataDirectory(data);
                var postgres = embedded.postgres(taken, data)) {
            assertThat(embedded.connection(postgres, data).getJdbcUrl()).contains(":" + postgres.getPort() + "/");
            looking.look();
        }
    }

    private void refused() {
        for (String address : new String[] {Postgres.open(files), Postgres.open(files) + "&password=guessed"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(address).close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
