package org.yichuang;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database of a town: a PostgreSQL of our own under the data directory, as durable as any (fsync on), used when no
 * JDBC URL is given. One server per data directory; whoever may read the server's files may enter, nobody else on the
 * machine.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yichuang.database", havingValue = "embedded")
class EmbeddedDatabase {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    /** What PostgreSQL answers while it is starting up. */
    private static final String NOT_YET = "57P03";
    /** What it answers to a password that is not its own. */
    private static final String WRONG_PASSWORD = "28P01";
    /** A failed attempt may hold it on; that one server alone has the directory is {@link DataDirectory}'s to see. */
    private static final String LOCK_OF_AN_ATTEMPT = "epg-lock";

    private static final int ANY_PORT = 0;

    private final Duration patience;

    EmbeddedDatabase() {
        this(PATIENCE);
    }

    EmbeddedDatabase(Duration patience) {
        this.patience = patience;
    }

    @Bean
    DataDirectory dataDirectory(@Value("${yichuang.data}") Path directory) throws IOException, InterruptedException {
        DataDirectory taken = DataDirectory.take(directory.toAbsolutePath());
        taken.stopOrphan();
        taken.forgetStale();
        return taken;
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(DataDirectory taken, @Value("${yichuang.data}") Path directory)
            throws IOException, InterruptedException {
        try {
            return postgres(directory);
        } catch (DataDirectory.Unusable e) {
            // one that was started, and does not let the server in, would run on
            taken.stopOrphan();
            throw e;
        }
    }

    private EmbeddedPostgres postgres(Path directory) throws IOException {
        var key = new DatabaseKey(directory.toAbsolutePath());
        key.prepare();
        EmbeddedPostgres postgres = start(directory.toAbsolutePath(), key);
        if (key.password().isPresent()) {
            return postgres;
        }
        try (postgres) {
            key.give(postgres.getPostgresDatabase());
        }
        return start(directory.toAbsolutePath(), key);
    }

    @Bean
    PostmasterWatch postmasterWatch(EmbeddedPostgres postgres, @Value("${yichuang.data}") Path directory)
            throws IOException {
        return new PostmasterWatch(directory.toAbsolutePath());
    }

    /**
     * After a hard kill the last server's memory may still be held for some seconds: it is tried again. One that says
     * that it is starting up does again what its own log tells, and is waited for longer.
     */
    private EmbeddedPostgres start(Path directory, DatabaseKey key) {
        var words = new PostgresLog(directory);
        String told = "";
        long begun = System.nanoTime();
        while (true) {
            try {
                return attempt(directory, key, words);
            } catch (DataDirectory.Unusable e) {
                throw e;
            } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
                if (!again(e, Duration.ofNanos(System.nanoTime() - begun))) {
                    throw unusable(directory, words, e);
                }
                String said = words.said();
                if (!said.equals(told)) {
                    log.warn("自带的 PostgreSQL 还没有起来 · The embedded PostgreSQL is not up yet:\n{}", said);
                    told = said;
                }
            }
        }
    }

    /** Only one that was started and does not answer may do so later. */
    private boolean again(Throwable e, Duration waited) {
        return e.getCause() instanceof SQLException silence
                && !WRONG_PASSWORD.equals(silence.getSQLState())
                && waited.compareTo(NOT_YET.equals(silence.getSQLState()) ? RECOVERY : patience) < 0;
    }

    private static DataDirectory.Unusable unusable(Path directory, PostgresLog words, Throwable e) {
        if (e.getCause() instanceof SQLException refused && WRONG_PASSWORD.equals(refused.getSQLState())) {
            Path file = directory.resolve(DatabaseKey.FILE);
            return new DataDirectory.Unusable(
                    file + " 里的密码不是这个数据库的：请放回备份里的那一个；没有了就删掉这个文件，下次启动会另设一个",
                    "The password in " + file + " is not that of this database. Put back the one of its backup; where"
                            + " there is none, remove the file: the next start sets another");
        }
        String said = words.saidAtLast();
        String why = said.isEmpty() ? String.valueOf(e.getCause() == null ? e : e.getCause()) : said;
        return new DataDirectory.Unusable(
                directory + " 里自带的 PostgreSQL 启动不了，它最后说的在下面，全文在 " + words.file(),
                "The embedded PostgreSQL in " + directory + " does not start. All that it said is in " + words.file()
                        + ", and this last:\n" + why);
    }

    /** One that an attempt before this one has started is waited for where it is. */
    private static EmbeddedPostgres attempt(Path directory, DatabaseKey key, PostgresLog words) throws IOException {
        Files.deleteIfExists(DataDirectory.postgres(directory).resolve(LOCK_OF_AN_ATTEMPT));
        return key.given(EmbeddedPostgres.builder())
                .setDataDirectory(DataDirectory.postgres(directory))
                .setOverrideWorkingDirectory(directory.resolve("postgres-bin").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(DataDirectory.postmaster(directory)
                        .map(DataDirectory.Postmaster::port)
                        .orElse(ANY_PORT))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                // what becomes of the server, and not of each statement, which may name people
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_checkpoints", "off")
                .setOutputRedirector(words.redirect())
                .setPGStartupWait(ATTEMPT)
                .start();
    }

    @Bean
    JdbcConnectionDetails connection(EmbeddedPostgres postgres, @Value("${yichuang.data}") Path directory) {
        String password = new DatabaseKey(directory.toAbsolutePath()).password().orElseThrow();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("postgres", "postgres");
            }
        };
    }
}
