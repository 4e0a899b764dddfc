package org.yichuang.shared.web;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows in the health page that the database is away, or can only be read, as a standby is: nothing is taken then. */
@Component("writable")
class Writable extends AbstractHealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(Writable.class);

    private final JdbcClient jdbc;

    Writable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            boolean readOnly = jdbc.sql("select current_setting('transaction_read_only')::boolean")
                    .query(Boolean.class)
                    .single();
            (readOnly ? health.outOfService() : health.up()).withDetail("readOnly", readOnly);
        } catch (DataAccessException e) {
            // let go, it would be logged with its stack each time that somebody looks
            log.warn("Health: the database cannot be used: {}", DatabaseAway.why(e));
            health.down();
        }
    }
}
