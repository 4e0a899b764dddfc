package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Denial;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.store.KnownCases.Known;
import org.yichuang.documents.Letters;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.Link;
import org.yichuang.network.Network;
import org.yichuang.shared.PlainSql;
import org.yichuang.shared.Problem;

/**
 * Reads and writes cases. Reading one also asks for the version of the authorisation register, and so what the officer may
 * do with it at that moment; writing one also writes the act's journal entries, letters and denial, in the same statement.
 */
@Repository
public class CaseStore {
    /** The version of the register, in the statement whose decision goes by it. */
    private static final String ROSTER = "(select n from network.published_version where name = 'roster') as roster";

    private static final String READ =
            "select " + CaseRows.COLUMNS + ", " + ROSTER + " from casework.case_file c where c.";

    private static final String READY = """
            select (select array_agg(f.id) from documents.published_file f
                  where f.id = any (?) and f.owner = any (?)) as files, """ + ROSTER;

    private static final String OWNED =
            " where (select count(*) from documents.published_file f where f.id = any (?) and f.owner = ?) = ?";

    private static final String NOT_THERE = "23503";

    private final DSLContext db;
    private final PlainSql sql;
    private final KnownCases known;
    private final Network network;
    private final Journal journal;
    private final TransactionTemplate apart;

    CaseStore(
            DSLContext db,
            PlainSql sql,
            KnownCases known,
            Network network,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.sql = sql;
        this.known = known;
        this.network = network;
        this.journal = journal;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * A case as read.
     *
     * @param head the end of its chain in the journal
     * @param powers what the officer may do with it today, of what was asked for
     * @param roster the version of the register it was read with
     */
    public record Found(CaseFile file, Link head, List<Power> powers, long roster) {}

    /** What an act writes, beside the case itself. */
    public record Written(
            List<Entry> entries,
            List<PreparedLetter> letters,
            @Nullable Denial denial) {
        Link head() {
            return entries.getLast().link();
        }
    }

    /**
     * @param officer whose powers to ask for; null: nobody's
     * @param acts the acts of the register to ask for
     */
    public Optional<Found> find(UUID id, @Nullable UUID officer, List<String> acts, LocalDate day) {
        return find("id", id, officer, acts, day);
    }

    public Optional<Found> findNumber(String number, @Nullable UUID officer, List<String> acts, LocalDate day) {
        return find("number", number, officer, acts, day);
    }

    public Optional<Found> findQueryCode(String code) {
        return find("query_code", code, null, List.of(), LocalDate.EPOCH);
    }

    /**
     * The case as this node saw it last, without a statement: it may have changed since, which {@link #write} finds out.
     * Empty where it did not see it lately.
     */
    public Optional<Found> seen(UUID id, @Nullable UUID officer, List<String> acts, LocalDate day) {
        return known.find(id).map(last -> found(last, officer, acts, day));
    }

    private Optional<Found> find(String key, Object value, @Nullable UUID officer, List<String> acts, LocalDate day) {
        Optional<Known> read = sql.first(
                READ + key + " = ?",
                (row, n) -> new Known(CaseRows.file(row), CaseRows.head(row), row.getLong("roster")),
                value);
        if (!acts.isEmpty()) { // the clock's jobs pass through all cases, and would push out those that are worked on
            known.saw(read.orElse(null));
        }
        return read.map(now -> found(now, officer, acts, day));
    }

    /** Who may do what is looked up when the connection is free again. */
    private Found found(Known read, @Nullable UUID officer, List<String> acts, LocalDate day) {
        Particulars is = read.file().is();
        List<Power> powers = powers(officer, is.unit(), is.item(), acts, day, read.roster());
        return new Found(read.file(), read.head(), powers, read.roster());
    }

    /** Whether it was written: not, when somebody else's act came first, or the register changed since. */
    public boolean write(Found before, CaseFile after, Written written) {
        Map<String, @Nullable Object> row = CaseRows.changed(before.file(), after, written.head());
        UUID id = after.is().id();
        var sql = new Sql().add("with u as (update casework.case_file set ").set(row);
        sql.add(
                " where id = ? and head_hash = ?"
                        + " and (select n from network.published_version where name = 'roster') = ? returning id)",
                id,
                before.head().hash(),
                before.roster());
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
     * The database takes no case whose file is not there. In a transaction of more than this, its failure takes back this
     * statement alone: the page that says so reads on in it.
     */
    private int count(Sql statement) {
        try {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? Objects.requireNonNull(apart.execute(transaction -> counted(statement)))
                    : counted(statement);
        } catch (DataIntegrityViolationException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && NOT_THERE.equals(cause.getSQLState())) {
                throw Problem.invalid(
                        "materials",
                        "有一份文件久未使用，刚刚被删除，请重新上传",
                        "A file was just deleted, because it was not used for long: upload it again");
            }
            throw e;
        }
    }

    private int counted(Sql statement) {
        return sql.first(statement.text(), (row, at) -> row.getInt(1), statement.values())
                .orElse(0);
    }

    /**
     * What filing at a window needs to know.
     *
     * @param files those of the uploads that belong to the owners
     */
    public record Ready(List<UUID> files, List<Power> powers) {}

    public Ready ready(
            Collection<UUID> files,
            Collection<UUID> owners,
            @Nullable UUID officer,
            String unit,
            String item,
            List<String> acts,
            LocalDate day) {
        Uploads read = sql.first(
                        READY,
                        (row, n) -> new Uploads(files(row), row.getLong("roster")),
                        files.toArray(UUID[]::new),
                        owners.toArray(UUID[]::new))
                .orElseThrow();
        return new Ready(read.files, powers(officer, unit, item, acts, day, read.roster));
    }

    private record Uploads(List<UUID> files, long roster) {}

    /** Which of these uploads belong to one of these accounts. */
    public List<UUID> owned(Collection<UUID> files, Collection<UUID> owners) {
        return db.resultQuery(
                        "select id from documents.published_file where id = any (?) and owner = any (?)",
                        files.toArray(UUID[]::new),
                        owners.toArray(UUID[]::new))
                .coerce(CASE_FILE.ID)
                .fetch(CASE_FILE.ID);
    }

    private static List<@Nullable Object> values(@Nullable Object[] values) {
        return Arrays.asList(values);
    }

    private static List<UUID> files(ResultSet row) throws SQLException {
        Array files = row.getArray("files");
        return files == null ? List.of() : List.of((UUID[]) files.getArray());
    }

    private List<Power> powers(
            @Nullable UUID officer, String unit, String item, List<String> acts, LocalDate day, long version) {
        if (officer == null) {
            return List.of();
        }
        return network.powers(officer, day, version).stream()
                .filter(power ->
                        power.covers(unit, item) && acts.contains(power.act().key()))
                .map(power -> new Power(power.act().key(), power.post(), power.unit(), power.onBehalfOf()))
                .toList();
    }
}
