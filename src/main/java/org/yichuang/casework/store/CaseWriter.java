package org.yichuang.casework.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Denial;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.KnownCases.Known;
import org.yichuang.documents.Letters;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.Link;
import org.yichuang.shared.PlainSql;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Times;

/** Writes cases, each together with the act's journal entries, letters and denial, in one statement. */
@Repository
public class CaseWriter {
    private static final String OWNED =
            " where (select count(*) from documents.published_file f where f.id = any (?) and f.owner = ?) = ?";

    private static final String SERVING =
            " and (select count(*) from identity.published_account a where a.id = any (?) and a.serves) = ?";

    /** Said of a file. */
    private static final String NOT_THERE = "23503";
    /** Said of a unit, a division or a window. */
    private static final String REMOVED = "23001";

    private final PlainSql sql;
    private final KnownCases known;
    private final Journal journal;
    private final TransactionTemplate apart;

    CaseWriter(PlainSql sql, KnownCases known, Journal journal, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.known = known;
        this.journal = journal;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What an act writes, beside the case itself.
     *
     * @param relied the accounts that have to serve for it to be written
     */
    public record Written(
            List<Entry> entries,
            List<PreparedLetter> letters,
            @Nullable Denial denial,
            Set<UUID> relied) {
        Link head() {
            return entries.getLast().link();
        }
    }

    /** Whether it was written: not, when somebody else's act came first, the register changed since, or an account no longer serves. */
    public boolean write(Found before, CaseFile after, Written written) {
        Map<String, @Nullable Object> row = CaseRows.changed(before.file(), after, written.head());
        UUID id = after.is().id();
        var sql = new Sql().add("with u as (update casework.case_file set ").set(row);
        sql.add(
                " where id = ? and head_hash = ?"
                        + " and (select n from network.published_version where name = 'roster') = ?",
                id,
                before.head().hash(),
                before.roster());
        Set<UUID> relied = written.relied();
        if (!relied.isEmpty()) {
            sql.add(SERVING, relied.toArray(UUID[]::new), relied.size());
        }
        sql.add(" returning id)");
        boolean one = run(sql, after, written, CaseFilings.filed(before.file(), after));
        if (one) {
            known.saw(new Known(after, written.head(), before.roster()));
        } else {
            known.forget(id);
        }
        return one;
    }

    /** A new case. */
    public void submit(CaseFile file, Written written) {
        insert(new Sql().add("with d as (select 1), "), file, written);
    }

    /** A new case in place of its draft; whether it was written: not, when the draft is gone or was saved again. */
    public boolean submitDraft(CaseFile file, Written written, Instant saved) {
        var draft = new Sql()
                .add(
                        "with d as (delete from casework.draft where id = ? and updated_at = ? returning id), ",
                        file.is().id(),
                        Times.of(saved));
        return insert(draft, file, written);
    }

    /** A new case; whether it was written: not, when one of the files is not the owner's. */
    public boolean submit(CaseFile file, Written written, Set<UUID> files, UUID owner) {
        var owned =
                new Sql().add("with d as (select 1" + OWNED + "), ", files.toArray(UUID[]::new), owner, files.size());
        return insert(owned, file, written);
    }

    private boolean insert(Sql sql, CaseFile file, Written written) {
        Map<String, @Nullable Object> row = CaseRows.all(file, written.head());
        sql.add("u as (")
                .insert("casework.case_file", String.join(", ", row.keySet()), row.values(), "d")
                .add(" returning id)");
        return run(sql, file, written, true);
    }

    /** @param filing what is handed in is written too */
    private boolean run(Sql sql, CaseFile file, Written written, boolean filing) {
        int n = 0;
        for (Entry entry : written.entries()) {
            sql.add(", e" + n++ + " as (")
                    .insert("journal.entry", Journal.INSERT_COLUMNS, values(Journal.values(entry)), "u")
                    .add(")");
        }
        for (PreparedLetter letter : written.letters()) {
            sql.add(", l" + n++ + " as (")
                    .insert("documents.letter", Letters.INSERT_COLUMNS, values(letter.values()), "u")
                    .add(")");
        }
        if (written.denial() != null) {
            Map<String, @Nullable Object> row = DenialStore.row(file, written.denial());
            sql.add(", n as (")
                    .insert("casework.denial_filing", String.join(", ", row.keySet()), row.values(), "u")
                    .add(")");
        }
        sql.add(" select count(*)::int from u");
        boolean one = (filing ? count(sql) : counted(sql)) == 1;
        if (one) {
            journal.written();
        }
        return one;
    }

    /**
     * The database takes no case whose file is not there, or whose unit, division or window was just removed. In a
     * transaction of more than this, its failure takes back this statement alone: the page that says so reads on in it.
     */
    private int count(Sql statement) {
        try {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? Objects.requireNonNull(apart.execute(transaction -> counted(statement)))
                    : counted(statement);
        } catch (DataIntegrityViolationException e) {
            throw said(e);
        }
    }

    private static RuntimeException said(DataIntegrityViolationException e) {
        String state = e.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : null;
        if (NOT_THERE.equals(state)) {
            return Problem.invalid(
                    "materials",
                    "有一份文件久未使用，刚刚被删除，请重新上传",
                    "A file was just deleted, because it was not used for long: upload it again");
        }
        if (REMOVED.equals(state)) {
            return Problem.conflict(
                    "stale-row",
                    "这件要交给的单位、区划或者窗口刚刚从名录里删除了，没有提交，请重新核对再提交",
                    "The unit, division or window that this goes to was just removed from the register; nothing was"
                            + " filed. Check it and file it again");
        }
        return e;
    }

    private int counted(Sql statement) {
        return sql.first(statement.text(), (row, at) -> row.getInt(1), statement.values())
                .orElse(0);
    }

    private static List<@Nullable Object> values(@Nullable Object[] values) {
        return Arrays.asList(values);
    }
}
