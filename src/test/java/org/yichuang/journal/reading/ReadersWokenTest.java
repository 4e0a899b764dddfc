package org.yichuang.journal.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalAlone;
import org.yichuang.journal.JournalReader;
import org.yichuang.journal.NewEntry;
import org.yichuang.journal.wake.OtherNode;
import org.yichuang.journal.wake.Wake;

/** What makes a reader read on, each by itself: growth at its own node, NOTIFY from another, and its own look. */
@JournalAlone
class ReadersWokenTest {
    /** Longer than any test: who looks no more often is woken, or does not read. */
    private static final Duration NEVER = Duration.ofDays(1);

    @Autowired
    Journal journal;

    @Autowired
    ReaderSteps steps;

    @Autowired
    Wake wake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext dsl;

    @Autowired
    DataSource database;

    private final String kind = "kind-" + UUID.randomUUID();
    private final List<UUID> written = new ArrayList<>();
    private final List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger struck = new AtomicInteger();
    private final List<ReaderLoop> loops = new ArrayList<>();

    private OtherNode other;

    @BeforeEach
    void another_node_listens() {
        other = new OtherNode(database);
        await().until(this::listening);
    }

    @AfterEach
    void stop() throws InterruptedException {
        other.close();
        for (ReaderLoop loop : loops) {
            loop.stop();
            loop.join();
        }
    }

    /** A reader that has read on to the end of the record, and waits. */
    private void run(Wake at, Duration look) {
        append();
        ReaderLoop loop = new ReaderLoop(new Noting(), steps, at, look);
        loops.add(loop);
        loop.start();
        awaitTaken();
    }

    private class Noting implements JournalReader {
        @Override
        public String name() {
            if (struck.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new AssertionError("as when the memory is full");
            }
            return "reader-" + kind;
        }

        @Override
        public Set<String> kinds() {
            return Set.of(kind);
        }

        @Override
        public void read(Entry entry) {
            taken.add(entry.id());
        }
    }

    /**
     * Writes an entry and tells of it, and tells of it once more when no older transaction runs on the server: while one
     * does, readers do not see the entry yet, and one that does not look by itself would not come back for it.
     */
    private void append() {
        UUID entry = write();
        await().until(() -> dsl.fetchSingle(
                        "select tx < pg_snapshot_xmin(pg_current_snapshot()) from journal.entry where id = ?", entry)
                .get(0, Boolean.class));
        journal.written();
    }

    private UUID write() {
        UUID entry = journal.append(new NewEntry(kind, "subject:" + kind, Actor.SYSTEM, Map.of()))
                .id();
        written.add(entry);
        return entry;
    }

    private void awaitTaken() {
        await().untilAsserted(() -> assertThat(List.copyOf(taken)).containsExactlyElementsOf(written));
    }

    private boolean listening() {
        return dsl.fetchExists(dsl.selectOne()
                .from(
                        "pg_stat_activity where pid = ? and query = 'listen journal' and state = 'idle'",
                        other.listener()));
    }

    private void kill(int backend) {
        dsl.fetch("select pg_terminate_backend(?)", backend);
        await().until(() ->
                dsl.fetch("select from pg_stat_activity where pid = ?", backend).isEmpty());
    }

    @Test
    void growth_at_its_own_node_wakes_a_reader_without_the_database() {
        run(wake, NEVER);

        append();

        awaitTaken();
    }

    @Test
    void a_reader_that_an_error_struck_reads_on() {
        run(wake, ReaderLoop.LOOK);
        struck.set(2);

        append();

        awaitTaken();
    }

    @Test
    void growth_within_another_transaction_is_told_of_though_that_one_is_undone() throws Exception {
        var apart = new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        long before = wake.await(-1, Duration.ZERO);

        transaction.executeWithoutResult(outer -> {
            journal.append(new NewEntry("other-" + kind, "subject:other-" + kind, Actor.SYSTEM, Map.of()));
            apart.executeWithoutResult(inner -> write());
            outer.setRollbackOnly();
        });

        assertThat(wake.await(before, Duration.ofSeconds(30))).isGreaterThan(before);
    }

    @Test
    void growth_at_another_node_wakes_a_reader_by_notify_alone() {
        run(other.wake(), NEVER);

        append();

        awaitTaken();
    }

    @Test
    void a_reader_that_nobody_wakes_finds_each_entry_once_and_in_order_by_looking_itself() throws Exception {
        run(other.wake(), ReaderLoop.LOOK);
        other.cut();
        kill(other.listener());
        await().until(other::deaf);
        long heard = other.heard();

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 10; i++) {
                int several = 1 + i % 3;
                transaction.executeWithoutResult(status -> {
                    for (int j = 0; j < several; j++) {
                        write();
                    }
                });
            }
            awaitTaken();
        }

        assertThat(taken).hasSize(1 + 3 * 19);
        assertThat(other.heard()).as("told of nothing").isEqualTo(heard);
    }

    @Test
    void a_listener_whose_connection_was_killed_comes_back_and_hears_again() {
        run(other.wake(), NEVER);
        int killed = other.listener();
        kill(killed);
        await().until(() -> other.listener() != killed && listening());

        append();

        awaitTaken();
    }

    @Test
    void a_listeners_dead_connection_is_given_to_nobody_else() {
        int killed = other.listener();
        kill(killed);

        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            useAllIdle();
            return other.listener() != killed;
        });
    }

    /** Whoever takes a connection now takes one of these. */
    private void useAllIdle() throws SQLException {
        int idle = database.unwrap(HikariDataSource.class).getHikariPoolMXBean().getIdleConnections();
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < idle; i++) {
                all.add(database.getConnection());
            }
            for (Connection connection : all) {
                assertThat(connection.createStatement().execute("select 1")).isTrue();
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
