package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.store.KnownCases.Known;
import org.yichuang.journal.Link;
import org.yichuang.network.Network;
import org.yichuang.shared.PlainSql;

/**
 * Reads cases, with the version of the authorisation register, and so what the officer may do with one at that moment.
 * {@link CaseWriter} writes them.
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

    private final DSLContext db;
    private final PlainSql sql;
    private final KnownCases known;
    private final Network network;

    CaseStore(DSLContext db, PlainSql sql, KnownCases known, Network network) {
        this.db = db;
        this.sql = sql;
        this.known = known;
        this.network = network;
    }

    /**
     * A case as read.
     *
     * @param head the end of its chain in the journal
     * @param powers what the officer may do with it today, of what was asked for
     * @param roster the version of the register it was read with
     */
    public record Found(CaseFile file, Link head, List<Power> powers, long roster) {}

    /**
     * @param officer whose powers to ask for; null: nobody's
     * @param acts the acts of the register to ask for
     */
    public Optional<Found> find(UUID id, @Nullable UUID officer, List<String> acts, LocalDate day) {
        return find("id", id, officer, acts, day);
    }

    /** Where nobody's powers are asked for. */
    public Optional<Found> find(UUID id) {
        return find("id", id, null, List.of(), LocalDate.EPOCH);
    }

    public Optional<Found> findNumber(String number, @Nullable UUID officer, List<String> acts, LocalDate day) {
        return find("number", number, officer, acts, day);
    }

    public Optional<Found> findQueryCode(String code) {
        return find("query_code", code, null, List.of(), LocalDate.EPOCH);
    }

    /**
     * The case as this node saw it last, without a statement: it may have changed since, which {@link CaseWriter#write}
     * finds out. Empty where it did not see it lately.
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
