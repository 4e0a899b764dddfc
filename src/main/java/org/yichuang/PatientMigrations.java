package org.yichuang;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.yichuang.shared.Patience;

/** A migration may take as long as it takes: one that was given up on could still be running when the next start comes. */
@Configuration(proxyBeanMethods = false)
class PatientMigrations {
    @Bean
    FlywayConfigurationCustomizer withoutTimeout() {
        return flyway -> flyway.dataSource(new DelegatingDataSource(flyway.getDataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return Patience.with(super.getConnection());
            }
        });
    }
}
