package org.yichuang.journal.store;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.journal.Entry;
import org.yichuang.journal.HashAlgorithm;
import org.yichuang.journal.Journal;
import org.yichuang.journal.Link;
import org.yichuang.journal.NewEntry;
import org.yichuang.journal.domain.CanonicalJson;
import org.yichuang.journal.domain.EntryHash;
import org.yichuang.journal.wake.Wake;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Times;

/** The record in its tables; entries are written by {@link EntryBatch}. */
@Repository
class StoredJournal implements Journal {
    private static final String READ = "select " + INSERT_COLUMNS + " from journal.entry ";

    /** Where the chain was at that instant is looked for from its end, and only what is behind that place is read. */
    static final String SINCE = READ + """
            where subject = ? and kind = ? and nth > coalesce(
                (select nth from journal.entry where subject = ? and at < ? order by nth desc limit 1), 0)
            order by nth
            """;

    private final DSLContext dsl;
    private final Clock clock;
    private final Ids ids;
    private final Wake wake;
    private final HashAlgorithm algorithm;

    StoredJournal(
            DSLContext dsl, Clock clock, Ids ids, Wake wake, @Value("${yichuang.journal.algorithm}") String algorithm) {
        this.dsl = dsl;
        this.clock = clock;
        this.ids = ids;
        this.wake = wake;
        this.algorithm = HashAlgorithm.of(algorithm);
    }

    @Override
    @Transactional
    public Entry append(NewEntry entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    @Override
    @Transactional
    public List<Entry> appendAll(List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var batch = new EntryBatch(dsl);
        Map<String, Link> ends =
                batch.lock(entries.stream().map(NewEntry::subject).collect(Collectors.toCollection(TreeSet::new)));
        Instant now = clock.instant();
        List<Entry> sealed = new ArrayList<>();
        for (NewEntry entry : entries) {
            Entry next = chain(entry, requireNonNull(ends.get(entry.subject())), now);
            ends.put(entry.subject(), next.link());
            sealed.add(next);
        }
        batch.write(sealed, ends);
        written();
        return List.copyOf(sealed);
    }

    @Override
    public Entry chain(NewEntry entry, Link previous, Instant at) {
        return EntryHash.sealed(new Entry(
                ids.next(),
                at.truncatedTo(ChronoUnit.MICROS),
                entry.kind(),
                entry.subject(),
                previous.nth() + 1,
                entry.actor(),
                CanonicalJson.of(entry.payload()),
                previous.hash(),
                new byte[0],
                algorithm));
    }

    @Override
    public void written() {
        wake.afterCommit();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String subject) {
        return dsl.resultQuery(READ + "where subject = ? order by nth", subject).fetch(EntryRows::entry);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> since(Instant from, String subject, String kind) {
        return dsl.resultQuery(SINCE, subject, kind, subject, Times.of(from)).fetch(EntryRows::entry);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> find(UUID id) {
        return dsl.resultQuery(READ + "where id = ?", id).fetchOptional(EntryRows::entry);
    }
}
