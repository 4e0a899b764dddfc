package org.yichuang.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalAlone;
import org.yichuang.journal.JournalReader;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.NewEntry;
import org.yichuang.journal.wake.Wake;

@JournalAlone
class JournalReadersTest {
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
    Flyway flyway;

    @Autowired
    JournalVerifier verifier;

    private final String name = "reader-" + UUID.randomUUID();
    private final String kind = "kind-" + UUID.randomUUID();
    private final List<ReaderLoop> loops = new ArrayList<>();

    @BeforeEach
    void a_table_that_the_reader_writes() {
        dsl.execute("create table if not exists public.taken (reader text, entry uuid, subject text, nth bigint,"
                + " place bigint generated always as identity)");
    }

    @AfterEach
    void stop() throws InterruptedException {
        loops.forEach(ReaderLoop::stop);
        for (ReaderLoop loop : loops) {
            loop.join();
        }
    }

    /** Notes each entry in the database, twice if it is read twice. */
    private class Noting implements JournalReader {
        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> kinds() {
            return Set.of(kind);
        }

        @Override
        public void read(Entry entry) {
            dsl.query("insert into public.taken values (?, ?, ?, ?)", name, entry.id(), entry.subject(), entry.nth())
                    .execute();
        }
    }

    private void run(JournalReader reader) {
        ReaderLoop loop = new ReaderLoop(reader, steps, wake);
        loops.add(loop);
        loop.start();
    }

    /** Steps until there is nothing more, or the reader stops. */
    private ReaderSteps.Outcome readOn(JournalReader reader) {
        ReaderSteps.Outcome outcome = steps.step(reader);
        while (outcome instanceof ReaderSteps.Outcome.More) {
            outcome = steps.step(reader);
        }
        return outcome;
    }

    private Entry append(String subject) {
        return journal.append(new NewEntry(kind, subject, Actor.SYSTEM, Map.of()));
    }

    private List<UUID> taken() {
        return dsl.fetch("select entry from public.taken where reader = ? order by place", name)
                .getValues("entry", UUID.class);
    }

    /** In the order of reading. */
    private List<Long> takenNth() {
        return dsl.fetch("select nth from public.taken where reader = ? order by place", name)
                .getValues("nth", Long.class);
    }

    /** What was committed can be read once no transaction before it runs on, in whatever database of this server. */
    private void awaitHorizon() {
        String below =
                "select bool_and(tx < pg_snapshot_xmin(pg_current_snapshot())) from journal.entry where kind = ?";
        await().until(() -> dsl.fetchSingle(below, kind).get(0, Boolean.class));
    }

    private void awaitTaken(List<UUID> expected) {
        await().untilAsserted(() -> assertThat(taken()).containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void two_nodes_take_each_entry_once_and_skip_none_while_transactions_overlap() {
        run(new Noting());
        run(new Noting());
        List<UUID> written = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 12; t++) {
                int thread = t;
                threads.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        write(written, "subject:" + thread + ":" + name, i);
                    }
                });
            }
        }

        assertThat(written).as("all but what was rolled back").hasSize(12 * (40 - 3) * 2);
        awaitTaken(written);
    }

    /** One to three entries in one transaction; some stay open for a while, some are rolled back. */
    private void write(List<UUID> written, String subject, int i) {
        List<UUID> mine = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            mine.add(append(subject).id());
            if (i % 7 == 0) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(150_000_000));
            }
            mine.add(append(subject).id());
            if (i % 11 == 10) {
                status.setRollbackOnly();
                mine.clear();
            }
        });
        written.addAll(mine);
    }

    @Test
    void what_a_long_transaction_wrote_early_is_read_although_later_entries_came_first() throws Exception {
        CountDownLatch writtenEarly = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        List<UUID> written = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> transaction.executeWithoutResult(status -> {
                written.add(append("early:" + name).id());
                writtenEarly.countDown();
                awaitLatch(mayCommit);
            }));
            awaitLatch(writtenEarly);
            written.add(append("late:" + name).id());
            readOn(new Noting());
            assertThat(taken()).isEmpty();
            mayCommit.countDown();
        }
        awaitHorizon();
        readOn(new Noting());

        assertThat(taken()).containsExactlyElementsOf(written);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_failing_reader_keeps_what_came_before_stops_there_and_goes_on_when_it_can() {
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(append("subject:" + name).id());
        }
        awaitHorizon();
        AtomicBoolean broken = new AtomicBoolean(true);
        JournalReader reader = new Noting() {
            @Override
            public void read(Entry entry) {
                super.read(entry);
                if (entry.nth() == 3 && broken.get()) {
                    throw new IllegalStateException("out of order");
                }
            }
        };

        assertThat(readOn(reader)).isEqualTo(new ReaderSteps.Outcome.Failed(1));
        assertThat(readOn(reader)).isEqualTo(new ReaderSteps.Outcome.Failed(2));
        assertThat(taken()).containsExactlyElementsOf(written.subList(0, 2));
        assertThat(error()).contains("out of order");

        broken.set(false);
        assertThat(readOn(reader)).isEqualTo(new ReaderSteps.Outcome.Rest());
        assertThat(taken()).containsExactlyElementsOf(written);
        assertThat(error()).isNull();
    }

    private @org.jspecify.annotations.Nullable String error() {
        var row = dsl.fetchOne("select last_error from journal.reader where name = ?", name);
        return row == null ? null : row.get("last_error", String.class);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_database_that_is_away_is_no_fault_of_an_entry_and_leaves_no_stack_in_the_log(CapturedOutput output) {
        append("subject:" + name);
        awaitHorizon();
        var reader = new Noting() {
            @Override
            public void read(Entry entry) {
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
        };

        assertThatThrownBy(() -> readOn(reader)).hasRootCauseMessage("terminating connection");

        assertThat(output.getAll()).doesNotContain(name + " stopped", name + " did not take");
        assertThat(error()).isNull();
    }

    @Test
    void only_the_wanted_kinds_are_read() {
        append("subject:" + name);
        journal.append(new NewEntry("another.kind", "subject:" + name, Actor.SYSTEM, Map.of()));
        append("subject:" + name);
        run(new Noting());

        await().untilAsserted(() -> assertThat(takenNth()).containsExactly(1L, 3L));
    }

    @Test
    void a_reader_whose_place_was_deleted_begins_anew() {
        UUID entry = append("subject:" + name).id();
        run(new Noting());
        awaitTaken(List.of(entry));

        dsl.execute("delete from journal.reader where name = ?", name);

        awaitTaken(List.of(entry, entry));
    }

    @Test
    void more_entries_than_a_batch_are_read_in_their_order() {
        int many = ReaderSteps.BATCH * 2 + 7;
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                append("subject:" + name);
            }
        });
        run(new Noting());

        await().untilAsserted(() -> assertThat(taken()).hasSize(many));
        assertThat(takenNth())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, many).boxed().toList());
    }

    @Test
    void after_each_restore_on_another_server_what_was_unread_and_what_is_new_is_read_once_and_in_order() {
        List<UUID> written = new ArrayList<>();
        for (int server = 0; server < 3; server++) {
            written.add(append("subject:" + name).id());
            awaitRead(written);
            written.add(append("subject:" + name).id());
            restored();
            flyway.migrate();
        }
        written.add(append("subject:" + name).id());
        awaitRead(written);
        flyway.migrate();
        written.add(append("subject:" + name).id());
        awaitRead(written);

        dsl.execute("delete from journal.reader where name = ?", name);
        dsl.execute("delete from public.taken where reader = ?", name);
        readOn(new Noting());
        awaitRead(written);
        assertThat(verifier.verify("subject:" + name)).isEmpty();
    }

    /** As after a restore: the numbers of all transactions are those of a server that has done far more than this one. */
    private void restored() {
        String ahead = " set tx = (tx::text::bigint + 1000000000)::text::xid8";
        transaction.executeWithoutResult(status -> {
            dsl.execute("alter table journal.entry disable trigger entry_is_final");
            dsl.execute("update journal.entry" + ahead);
            dsl.execute("update journal.reader" + ahead + " where tx > '0'");
            dsl.execute("alter table journal.entry enable trigger entry_is_final");
        });
    }

    private void awaitRead(List<UUID> written) {
        await().untilAsserted(() -> {
            readOn(new Noting());
            assertThat(taken()).containsExactlyElementsOf(written);
        });
    }
}
