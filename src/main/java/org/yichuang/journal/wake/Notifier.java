package org.yichuang.journal.wake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries growth from node to node by LISTEN and NOTIFY. A NOTIFY inside the writing transaction would make all commits
 * of the database queue behind one lock, so each node tells after the commit, in a transaction of its own and at most
 * every {@link #GATHER}. What gets lost on the way the readers find when they look by themselves.
 */
@Component
class Notifier implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration GATHER = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private final DataSource database;
    private final Wake wake;
    private final String node = UUID.randomUUID().toString();
    private volatile boolean running;
    private List<Thread> threads = List.of();

    Notifier(DataSource database, Wake wake) {
        this.database = database;
        this.wake = wake;
    }

    @Override
    public void start() {
        running = true;
        threads = List.of(
                Thread.ofVirtual().name("journal-tell").start(() -> repeat(this::tell)),
                Thread.ofVirtual().name("journal-listen").start(() -> repeat(this::listen)));
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.join(RECONNECT.plus(LOOK));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** Does it until the server stops; a lost connection is opened anew. */
    private void repeat(Work work) {
        while (running) {
            try {
                work.run();
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    log.warn("The journal's notifications are interrupted: {}", e.getMessage());
                    pause();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell() throws SQLException, InterruptedException {
        long seen = 0;
        while (running) {
            long now = wake.awaitHere(seen, LOOK);
            if (now != seen) {
                seen = now;
                notifyOthers();
                Thread.sleep(GATHER);
            }
        }
    }

    private void notifyOthers() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select pg_notify('journal', ?)")) {
            statement.setString(1, node);
            statement.execute();
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen journal");
            }
            hearOn(connection);
        }
    }

    /** The pool does not see that a connection broke while its driver waited: without an end to it, another would get it. */
    private void hearOn(Connection connection) throws SQLException {
        PGConnection listening = connection.unwrap(PGConnection.class);
        try {
            while (running) {
                hear(listening.getNotifications((int) LOOK.toMillis()));
            }
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private void hear(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            if (!notification.getParameter().equals(node)) {
                wake.elsewhere();
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
