package org.yichuang.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.JournalVerifier.Report;

/** Tampers as the owner of the database could, and expects the entry to be named. */
@JournalAlone
class JournalVerifierTest {
    @Autowired
    Journal journal;

    @Autowired
    JournalVerifier verifier;

    @Autowired
    DSLContext dsl;

    private final String subject = "thing:" + UUID.randomUUID();
    private final List<Entry> entries = new ArrayList<>();

    @BeforeEach
    void four_entries_of_a_chain() {
        for (String kind : List.of("thing.made", "thing.used", "thing.mended", "thing.broken")) {
            entries.add(journal.append(new NewEntry(kind, subject, Actor.SYSTEM, Map.of("kind", kind))));
        }
        dsl.execute("alter table journal.entry disable trigger entry_is_final");
    }

    @AfterEach
    void leave_an_empty_record() {
        dsl.execute("truncate journal.entry, journal.head");
        dsl.execute("alter table journal.entry enable trigger entry_is_final");
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        Report report = verifier.verify(all::add);
        assertThat(report.findings()).isEqualTo(all.size());
        assertThat(verifier.verify(subject)).isEqualTo(all);
        return all;
    }

    private void only(int nth, String words) {
        Entry entry = entries.get(nth - 1);
        assertThat(findings())
                .extracting(Finding::subject, Finding::from, Finding::to, Finding::id, Finding::kind)
                .containsExactly(Tuple.tuple(subject, (long) nth, (long) nth, entry.id(), entry.kind()));
        assertThat(findings().getFirst().what().en()).contains(words);
    }

    private void missing(int from, int to) {
        assertThat(findings())
                .extracting(Finding::subject, Finding::from, Finding::to, Finding::id)
                .containsExactly(Tuple.tuple(subject, (long) from, (long) to, null));
        assertThat(findings().getFirst().what().en()).contains("missing");
    }

    @Test
    void nothing_is_found_where_nothing_was_touched() {
        journal.append(new NewEntry("thing.made", "thing:other", Actor.SYSTEM, Map.of()));

        assertThat(findings()).isEmpty();
        assertThat(verifier.verify(finding -> {})).isEqualTo(new Report(2, 5, 0));
    }

    @Test
    void a_changed_payload_is_named() {
        dsl.execute(
                "update journal.entry set payload = '{\"kind\":\"nothing\"}' where subject = ? and nth = 2", subject);
        only(2, "changed");
    }

    @Test
    void a_changed_time_actor_or_kind_is_named() {
        dsl.execute(
                "update journal.entry set at = at + interval '1 microsecond' where subject = ? and nth = 1", subject);
        only(1, "changed");
        dsl.execute(
                "update journal.entry set at = at - interval '1 microsecond' where subject = ? and nth = 1", subject);
        dsl.execute("update journal.entry set actor_post = 'other' where subject = ? and nth = 4", subject);
        only(4, "changed");
    }

    @Test
    void an_entry_changed_together_with_its_hash_is_named() {
        dsl.execute(
                "update journal.entry e set payload = o.payload, id = o.id, at = o.at, hash = o.hash"
                        + " from (select gen_random_uuid() as id, at, '{}' as payload, sha256('x') as hash"
                        + " from journal.entry where subject = ? and nth = 1) o where e.subject = ? and e.nth = 4",
                subject,
                subject);
        assertThat(findings()).extracting(Finding::from).containsOnly(4L);
    }

    @Test
    void an_exchanged_entry_is_named_by_the_next_ones_link() {
        dsl.execute("delete from journal.entry where subject = ?", subject);
        dsl.execute("delete from journal.head where subject = ?", subject);
        Entry other = journal.append(new NewEntry("thing.made", subject, Actor.SYSTEM, Map.of("kind", "another")));
        Entry second = entries.get(1);
        insert(second);
        insert(entries.get(2));
        insert(entries.get(3));
        dsl.execute(
                "update journal.head set nth = 4, hash = ? where subject = ?",
                entries.get(3).hash(),
                subject);

        assertThat(findings()).extracting(Finding::from, Finding::id).containsExactly(Tuple.tuple(1L, other.id()));
    }

    private void insert(Entry entry) {
        dsl.query(
                        "insert into journal.entry (" + Journal.INSERT_COLUMNS
                                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Journal.values(entry))
                .execute();
    }

    @Test
    void a_removed_entry_is_missed() {
        dsl.execute("delete from journal.entry where subject = ? and nth in (2, 3)", subject);
        missing(2, 3);
    }

    @Test
    void a_removed_first_entry_is_missed() {
        dsl.execute("delete from journal.entry where subject = ? and nth = 1", subject);
        missing(1, 1);
    }

    @Test
    void a_removed_last_entry_is_missed() {
        dsl.execute("delete from journal.entry where subject = ? and nth = 4", subject);
        missing(4, 4);
    }

    @Test
    void a_removed_chain_is_missed() {
        dsl.execute("delete from journal.entry where subject = ?", subject);
        missing(1, 4);
    }

    @Test
    void a_chain_whose_end_was_forgotten_is_named() {
        dsl.execute("delete from journal.head where subject = ?", subject);
        only(4, "the row that holds this chain's end is missing");
    }

    @Test
    void an_entry_put_past_the_end_is_named() {
        dsl.execute(
                "update journal.head set nth = 3, hash = ? where subject = ?",
                entries.get(2).hash(),
                subject);
        only(4, "written past it");
    }

    @Test
    void who_reads_the_whole_record_may_be_slow_and_who_has_the_connection_next_may_not() {
        dsl.execute("delete from journal.head where subject = ?", subject);
        List<String> limits = new ArrayList<>();

        verifier.verify(finding -> limits.add(limit()));
        limits.add(limit());

        assertThat(limits).containsExactly("0, 0 ms", "1min, 60000 ms");
    }

    /** How long a transaction may wait for who began it, and who began it for the database. */
    private String limit() {
        Object idle = dsl.fetchValue("select current_setting('idle_in_transaction_session_timeout')");
        return idle + ", " + dsl.connectionResult(Connection::getNetworkTimeout) + " ms";
    }
}
