package org.yichuang.shared.web;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows in the health page that the database is away, or can only be read, as a standby is: nothing is taken then. */
@Component("writable")
class Writable extends AbstractHealthIndicator {
    private final JdbcClient jdbc;

    Writable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean readOnly = jdbc.sql("select current_setting('transaction_read_only')::boolean")
                .query(Boolean.class)
                .single();
        (readOnly ? health.outOfService() : health.up()).withDetail("readOnly", readOnly);
    }
}
