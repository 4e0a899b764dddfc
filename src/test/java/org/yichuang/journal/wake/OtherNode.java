package org.yichuang.journal.wake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Another node on a test's database, with nothing but its ear: how the record grew elsewhere it has from NOTIFY alone. */
public final class OtherNode implements AutoCloseable {
    private final Wake wake = new Wake();
    private final Line line;
    private final Notifier notifier;

    public OtherNode(DataSource database) {
        line = new Line(database);
        notifier = new Notifier(line, wake);
        notifier.start();
    }

    /** What its readers wait at. */
    public Wake wake() {
        return wake;
    }

    /** The server process that it listens at, or listened at last; 0: none yet. */
    public int listener() {
        return line.last;
    }

    /** Lets it open no more connections: once it has lost the one it listens on, it hears nothing. */
    public void cut() {
        line.cut = true;
    }

    /** Whether it has lost its connection and did not get another. */
    public boolean deaf() {
        return line.refused;
    }

    /** How often it was told. */
    public long heard() throws InterruptedException {
        return wake.await(-1, Duration.ofMillis(1));
    }

    @Override
    public void close() {
        notifier.stop();
    }

    private static final class Line extends DelegatingDataSource {
        private volatile int last;
        private volatile boolean cut;
        private volatile boolean refused;

        private Line(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                refused = true;
                throw new SQLException("The line is cut");
            }
            Connection connection = super.getConnection();
            last = connection.unwrap(PGConnection.class).getBackendPID();
            return connection;
        }
    }
}
