package org.yichuang.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Times;
import org.yichuang.support.CityTest;
import org.yichuang.support.Plans;
import org.yichuang.support.TestClock;

/** A record of many pages as one file, and the end of a chain of many entries. */
@CityTest
class LongRecordTests {
    @Autowired
    EntryArchive archive;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HikariDataSource database;

    @Autowired
    DSLContext dsl;

    @Autowired
    TestClock clock;

    private final String subject = "thing:" + UUID.randomUUID();
    private final String kind = "thing.k" + UUID.randomUUID();
    private final EntryFilter all = new EntryFilter(null, kind, new DayRange(null, null));

    private NewEntry entry(String subject) {
        return new NewEntry(kind, subject, Actor.SYSTEM, Map.of());
    }

    /** A transaction that has appended, and commits when it is told to. */
    private CompletableFuture<Void> appending(CountDownLatch commit) {
        var appended = new CountDownLatch(1);
        var done = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(all -> {
                    journal.append(entry("thing:" + UUID.randomUUID()));
                    appended.countDown();
                    await(commit);
                }),
                Thread::startVirtualThread);
        await(appended);
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    @Test
    void a_file_of_more_than_a_page_is_whole_and_as_the_record_was_when_it_began() {
        var commit = new CountDownLatch(1);
        var began = appending(commit);
        List<UUID> written =
                new ArrayList<>(ids(journal.appendAll(Collections.nCopies(EntryArchive.PAGE, entry(subject)))));
        var beganLater = appending(commit);
        written.add(journal.append(entry("thing:" + UUID.randomUUID())).id());
        List<UUID> taken = new ArrayList<>();

        archive.each(all, entry -> {
            if (taken.isEmpty()) {
                commit.countDown();
                CompletableFuture.allOf(began, beganLater).join();
                journal.append(entry(subject));
            }
            taken.add(entry.id());
        });

        assertThat(taken).isEqualTo(written);
        List<UUID> after = new ArrayList<>();
        archive.each(all, entry -> after.add(entry.id()));
        assertThat(after).hasSize(written.size() + 3).doesNotHaveDuplicates().containsAll(written);
    }

    private List<UUID> file(@Nullable String subject, @Nullable String from, @Nullable String to) {
        var days = new DayRange(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        List<UUID> taken = new ArrayList<>();
        archive.each(new EntryFilter(subject, kind, days), entry -> taken.add(entry.id()));
        return taken;
    }

    @Test
    void a_file_of_some_days_or_of_a_subject_holds_theirs_and_no_others() {
        List<UUID> written = new ArrayList<>();
        for (String day : List.of("2026-10-12", "2026-10-13", "2026-10-14", "2026-10-15")) {
            clock.set(day + "T10:24");
            journal.appendAll(Collections.nCopies(
                    EntryArchive.PAGE / 2, new NewEntry("thing.seen", subject, Actor.SYSTEM, Map.of())));
            written.add(journal.append(entry(subject)).id());
        }
        UUID other = journal.append(entry("thing:" + UUID.randomUUID())).id();

        assertThat(file(null, "2026-10-13", "2026-10-14")).isEqualTo(written.subList(1, 3));
        assertThat(file(null, "2026-10-14", null)).containsExactly(written.get(2), written.get(3), other);
        assertThat(file(null, null, "2026-10-12")).containsExactly(written.getFirst());
        assertThat(file(null, "2998-10-12", "2998-10-13")).isEmpty();
        assertThat(file(subject, null, null)).isEqualTo(written);
        assertThat(file(subject, "2026-10-15", null)).containsExactly(written.getLast());
    }

    @Test
    void whoever_takes_a_file_holds_no_connection_meanwhile() {
        journal.append(entry(subject));
        List<Boolean> free = new ArrayList<>();
        try (var one = new HikariDataSource()) {
            one.setJdbcUrl(database.getJdbcUrl());
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(1_000);
            var alone = new EntryArchive(
                    DSL.using(new TransactionAwareDataSourceProxy(one), SQLDialect.POSTGRES),
                    new DataSourceTransactionManager(one));

            alone.each(all, entry -> free.add(free(one)));
        }

        assertThat(free).containsExactly(true);
    }

    /** Whether this pool has a connection for who asks now. */
    private static boolean free(DataSource pool) {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void a_stretch_is_found_by_the_order_of_writing() {
        assertThat(Plans.of(
                        dsl,
                        archive.stretch(EntryArchive.place(">", "0.100.7"), DSL.noCondition()),
                        "enable_bitmapscan"))
                .contains("Index Scan using entry_reading")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_happened_to_a_subject_since_an_instant_is_found_behind_whatever_else_happened() {
        journal.append(entry(subject));
        clock.set("2026-10-10T00:00");
        Instant midnight = clock.instant();
        Entry first = journal.append(entry(subject));
        journal.appendAll(
                Collections.nCopies(EntryArchive.PAGE, new NewEntry("thing.seen", subject, Actor.SYSTEM, Map.of())));
        clock.set("2026-10-10T00:01");
        Entry last = journal.append(entry(subject));

        assertThat(ids(journal.since(midnight, subject, kind))).containsExactly(first.id(), last.id());
        assertThat(ids(journal.since(midnight.plusSeconds(1), subject, kind))).containsExactly(last.id());
        assertThat(journal.since(clock.instant().plusSeconds(1), subject, kind)).isEmpty();
        assertThat(journal.since(Instant.EPOCH, subject, kind)).hasSize(3);
        assertThat(journal.since(Instant.EPOCH, subject + "0", kind)).isEmpty();
    }

    @Test
    void it_is_looked_for_from_the_end_of_the_chain() {
        Object midnight = Times.of(clock.instant());

        assertThat(Plans.of(dsl, dsl.resultQuery(StoredJournal.SINCE, subject, kind, subject, midnight)))
                .contains("Index Scan Backward using entry_subject_nth_key")
                .doesNotContain("Seq Scan");
    }
}
