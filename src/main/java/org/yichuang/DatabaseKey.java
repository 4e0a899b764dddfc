package org.yichuang;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The password of the embedded PostgreSQL: random, in a file of the data directory that only the server's own account
 * reads. Directories that were made without one get it at their next start.
 */
final class DatabaseKey {
    static final String FILE = "postgres.password";

    private static final int BYTES = 24;
    private static final String ASKED = """
            # Written by the server at each start: nobody enters without the password.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;
    private static final String OPEN = """
            # Written by the server, for the moment in which a database that had no password gets one.
            host postgres postgres 127.0.0.1/32 trust
            host postgres postgres ::1/128 trust
            """;

    private final Path directory;

    DatabaseKey(Path directory) {
        this.directory = directory;
    }

    /** Empty in a directory that is of before there were passwords, or that is new. */
    Optional<String> password() {
        try {
            Path file = directory.resolve(FILE);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new DataDirectory.Unusable(
                    "读不了 " + directory + " 里数据库的密码：" + e,
                    "The password of the database in " + directory + " cannot be read: " + e);
        }
    }

    /** A database that is not there yet is made with its password; it is never open. */
    void prepare() {
        if (!Files.exists(DataDirectory.postgres(directory)) && password().isEmpty()) {
            keep(random());
        }
    }

    /** With the password, or, where there is none yet, open until {@link #give} has been called. */
    EmbeddedPostgres.Builder given(EmbeddedPostgres.Builder builder) {
        Optional<String> password = password();
        password.ifPresent(key -> builder.setConnectConfig("password", key)
                .setLocaleConfig("pwfile", directory.resolve(FILE).toString()));
        return builder.setDataDirectoryCustomizer(postgres -> write(password.isPresent() ? ASKED : OPEN));
    }

    /** Gives an open database its password, which is asked from its next start on. */
    void give(DataSource open) {
        try (Connection connection = open.getConnection();
                Statement sql = connection.createStatement()) {
            String password = random();
            sql.execute("alter role postgres password '" + password + "'");
            keep(password);
        } catch (SQLException e) {
            throw new DataDirectory.Unusable(
                    directory + " 里的数据库设不了密码：" + e.getMessage(),
                    "The database in " + directory + " cannot be given a password: " + e.getMessage());
        }
    }

    private void write(String hba) {
        try {
            Files.writeString(DataDirectory.postgres(directory).resolve("pg_hba.conf"), hba);
        } catch (IOException e) {
            throw new DataDirectory.Unusable(
                    "写不了 " + directory + " 里数据库的文件：" + e,
                    "The files of the database in " + directory + " cannot be written: " + e);
        }
    }

    /** All of it or nothing, and readable to nobody else from the first byte on. */
    private void keep(String password) {
        try {
            Path whole = Files.createTempFile(directory, FILE, null);
            Files.writeString(whole, password + "\n");
            Files.move(whole, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataDirectory.Unusable.of(directory, e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
