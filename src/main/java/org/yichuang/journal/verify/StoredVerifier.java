package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.journal.SubjectStates;
import org.yichuang.journal.store.EntryRows;
import org.yichuang.shared.Patience;

/** Reads all but contents in one snapshot, so that a running server can be verified. */
@Component
class StoredVerifier implements JournalVerifier {
    private static final String READ = "select " + Journal.INSERT_COLUMNS + " from journal.entry ";

    private final DSLContext dsl;
    private final ChainEnds ends;
    private final List<SubjectLetters> letters;
    private final List<SubjectFilings> filings;
    private final List<SubjectStates> states;
    private final List<KeptFiles> files;
    private final TransactionTemplate snapshot;
    private final ContentCheck contents;

    StoredVerifier(
            DSLContext dsl,
            List<SubjectHeads> heads,
            List<SubjectLetters> letters,
            List<SubjectFilings> filings,
            List<SubjectStates> states,
            List<KeptFiles> files,
            PlatformTransactionManager transactions) {
        this.dsl = dsl;
        this.ends = new ChainEnds(heads);
        this.letters = letters;
        this.filings = filings;
        this.states = states;
        this.files = files;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setReadOnly(true);
        this.contents = new ContentCheck(dsl, snapshot, letters, filings, files);
    }

    @Override
    public Report verify(Consumer<Finding> found) {
        AtomicLong findings = new AtomicLong();
        Consumer<Finding> counting = finding -> {
            findings.incrementAndGet();
            found.accept(finding);
        };
        ChainWalk walk = chains(counting);
        contents.check(counting);
        return new Report(walk.subjects(), walk.entries(), findings.get());
    }

    private ChainWalk chains(Consumer<Finding> found) {
        return inSnapshot(() -> {
            ChainWalk walk = new ChainWalk(found);
            List<Check> checks = checks(found);
            each(dsl.resultQuery(READ + "order by subject, nth"), walk, checks);
            checks.forEach(Check::end);
            ends.check(dsl, found);
            return walk;
        });
    }

    @Override
    public List<Finding> verify(String subject) {
        return inSnapshot(() -> {
            List<Finding> findings = new ArrayList<>();
            ChainWalk walk = new ChainWalk(findings::add);
            List<Check> checks = checks(findings::add);
            each(dsl.resultQuery(READ + "where subject = ? order by nth", subject), walk, checks);
            checks.forEach(check -> check.end(subject));
            ends.check(dsl, subject, findings::add);
            return findings;
        });
    }

    private List<Check> checks(Consumer<Finding> found) {
        return List.of(
                new LetterCheck(dsl, letters, found),
                new FilingCheck(dsl, filings, found),
                new StateCheck(dsl, states, found),
                new FileCheck(dsl, filings, files, found));
    }

    private static void each(ResultQuery<Record> entries, ChainWalk walk, List<Check> checks) {
        try (var rows = entries.fetchSize(1000).fetchLazy()) {
            rows.forEach(row -> next(EntryRows.entry(row), walk, checks));
        }
    }

    private static void next(Entry entry, ChainWalk walk, List<Check> checks) {
        walk.next(entry);
        checks.forEach(check -> check.next(entry));
    }

    /** Findings may be slow to take, and the database to find them; such a transaction locks nothing. */
    private <T> T inSnapshot(Supplier<T> work) {
        return requireNonNull(snapshot.execute(status -> {
            dsl.execute("set local idle_in_transaction_session_timeout = 0");
            dsl.connection(Patience::with);
            return work.get();
        }));
    }
}
