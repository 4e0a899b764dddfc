package org.yichuang;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
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
    private static final int ATTEMPTS = 20;

    @Bean
    DataDirectory dataDirectory(@Value("${yichuang.data}") Path directory) throws IOException, InterruptedException {
        DataDirectory taken = DataDirectory.take(directory.toAbsolutePath());
        taken.stopOrphan();
        return taken;
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(DataDirectory taken, @Value("${yichuang.data}") Path directory)
            throws IOException, InterruptedException {
        var key = new DatabaseKey(directory.toAbsolutePath());
        key.prepare();
        EmbeddedPostgres postgres = start(directory.toAbsolutePath(), key, ATTEMPTS);
        if (key.password().isPresent()) {
            return postgres;
        }
        try (postgres) {
            key.give(postgres.getPostgresDatabase());
        }
        return start(directory.toAbsolutePath(), key, ATTEMPTS);
    }

    @Bean
    PostmasterWatch postmasterWatch(EmbeddedPostgres postgres, @Value("${yichuang.data}") Path directory)
            throws IOException {
        return new PostmasterWatch(directory.toAbsolutePath());
    }

    /** After a hard kill the last server's memory may still be held for some seconds: try again, then say why. */
    private static EmbeddedPostgres start(Path directory, DatabaseKey key, int attempts) throws InterruptedException {
        try {
            return key.given(EmbeddedPostgres.builder())
                    .setDataDirectory(DataDirectory.postgres(directory))
                    .setOverrideWorkingDirectory(
                            directory.resolve("postgres-bin").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            if (attempts <= 1) {
                throw new DataDirectory.Unusable(
                        directory + " 里自带的 PostgreSQL 启动不了：" + e.getMessage(),
                        "The embedded PostgreSQL in " + directory + " does not start: " + e.getMessage());
            }
            log.warn("自带的 PostgreSQL 还没有起来 · The embedded PostgreSQL is not up yet: {}", e.getMessage());
            Thread.sleep(Duration.ofSeconds(1));
            return start(directory, key, attempts - 1);
        }
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
