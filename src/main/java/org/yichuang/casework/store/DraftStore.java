package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DRAFT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.documents.FileUse;
import org.yichuang.jooq.casework.tables.records.DraftRecord;
import org.yichuang.shared.Times;

/**
 * Applications being written. Every change is one statement, so that two pages open at once do not undo each other. A
 * case has the id of its draft, which went when the case came; what has that id afterwards is a correction of the case
 * that is not handed in yet. It is no draft of an application, and is read and written by its own methods alone.
 */
@Repository
public class DraftStore implements FileUse {
    private static final Condition APPLICATION =
            DSL.notExists(DSL.selectOne().from(CASE_FILE).where(CASE_FILE.ID.eq(DRAFT.ID)));

    private static final String USED = """
        select (m ->> 'file')::uuid as file from casework.draft d, jsonb_array_elements(d.materials) m
        where d.account = any (?) and (m ->> 'file') is not null\
        """;

    private final DSLContext db;

    DraftStore(DSLContext db) {
        this.db = db;
    }

    public void insert(Draft draft) {
        db.insertInto(DRAFT)
                .set(DRAFT.ID, draft.id())
                .set(DRAFT.ACCOUNT, draft.account())
                .set(DRAFT.ITEM, draft.item())
                .set(DRAFT.ITEM_VERSION, draft.version())
                .set(DRAFT.DIVISION, draft.division())
                .set(DRAFT.ANSWERS, json(draft.answers()))
                .set(DRAFT.MATERIALS, json(draft.materials()))
                .set(DRAFT.WAY, draft.way().name())
                .set(DRAFT.UPDATED_AT, Times.of(draft.updatedAt()))
                .execute();
    }

    public Optional<Draft> find(UUID account, UUID id) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.ID.eq(id))
                .and(DRAFT.ACCOUNT.eq(account))
                .and(APPLICATION)
                .fetchOptional(DraftStore::read);
    }

    /** What is kept of a correction of this case since then. */
    public Optional<Draft> correction(UUID account, UUID caseId, Instant since) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.ID.eq(caseId))
                .and(DRAFT.ACCOUNT.eq(account))
                .and(DRAFT.UPDATED_AT.ge(Times.of(since)))
                .fetchOptional(DraftStore::read);
    }

    /**
     * Keeps what a page says of a correction. Of what was kept since then stays what the page did not change and the
     * files that it did not show: another page wrote those.
     *
     * @param changed the fields whose answers the page changed
     * @param shown the ids of the files that the page showed
     * @return all that is kept now
     */
    public Optional<Draft> correct(Draft correction, Set<String> changed, Set<String> shown, Instant since) {
        JSONB answers = json(correction.answers());
        JSONB files = json(correction.materials());
        Condition now = DRAFT.UPDATED_AT.ge(Times.of(since));
        Map<String, Object> written = new HashMap<>(correction.answers());
        written.keySet().retainAll(changed);
        Set<String> replaced = new HashSet<>(shown);
        correction.materials().forEach(file -> replaced.add(String.valueOf(file.file())));
        return db.insertInto(DRAFT)
                .set(DRAFT.ID, correction.id())
                .set(DRAFT.ACCOUNT, correction.account())
                .set(DRAFT.ITEM, correction.item())
                .set(DRAFT.ITEM_VERSION, correction.version())
                .set(DRAFT.ANSWERS, answers)
                .set(DRAFT.MATERIALS, files)
                .set(DRAFT.UPDATED_AT, Times.of(correction.updatedAt()))
                .onConflict(DRAFT.ID)
                .doUpdate()
                .set(DRAFT.ANSWERS, DSL.when(now, over(changed, json(written))).otherwise(answers))
                .set(
                        DRAFT.MATERIALS,
                        DSL.when(now, DSL.field("{0} || {1}", JSONB.class, without(replaced), DSL.val(files)))
                                .otherwise(files))
                .set(DRAFT.UPDATED_AT, Times.of(correction.updatedAt()))
                .where(DRAFT.ACCOUNT.eq(correction.account()))
                .returning()
                .fetchOptional(DraftStore::read);
    }

    /** A correction was handed in. */
    public void corrected(UUID account, UUID caseId) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.ID.eq(caseId))
                .and(DRAFT.ACCOUNT.eq(account))
                .execute();
    }

    /** Nobody else is alone with this account's drafts until the transaction ends. */
    public void alone(UUID account) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("draft " + account));
    }

    public List<Draft> of(UUID account, int most) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.ACCOUNT.eq(account))
                .and(APPLICATION)
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.ID)
                .limit(most)
                .fetch(DraftStore::read);
    }

    /** Those of this item, the last saved first. */
    public List<Draft> of(UUID account, String item) {
        return db.selectFrom(DRAFT)
                .where(DRAFT.ACCOUNT.eq(account))
                .and(DRAFT.ITEM.eq(item))
                .and(APPLICATION)
                .orderBy(DRAFT.UPDATED_AT.desc(), DRAFT.ID)
                .fetch(DraftStore::read);
    }

    /**
     * Writes these answers over those there; a field of {@code gone} is taken away.
     *
     * @param way null: as it was
     */
    public Optional<Draft> answers(
            UUID account,
            UUID id,
            Map<String, Object> written,
            List<String> gone,
            @Nullable DeliveryWay way,
            Instant at) {
        return update(
                account,
                id,
                at,
                db.update(DRAFT)
                        .set(DRAFT.ANSWERS, over(gone, json(written)))
                        .set(DRAFT.WAY, way == null ? DRAFT.WAY : DSL.val(way.name())));
    }

    /** Empty also when the file is not the account's, or was just deleted because it was not used. */
    public Optional<Draft> attach(UUID account, UUID id, SubmittedMaterial material, Instant at) {
        JSONB one = json(List.of(material));
        Condition there = DSL.condition(
                "exists (select from documents.published_file f where f.id = {0} and f.owner = {1} for key share)",
                DSL.val(material.file()), DSL.val(account));
        return update(
                account,
                id,
                at,
                db.update(DRAFT)
                        .set(DRAFT.MATERIALS, DSL.field("{0} || {1}", JSONB.class, DRAFT.MATERIALS, DSL.val(one))),
                there);
    }

    public Optional<Draft> detach(UUID account, UUID id, UUID file, Instant at) {
        return update(account, id, at, db.update(DRAFT).set(DRAFT.MATERIALS, without(List.of(file.toString()))));
    }

    /** Writes where it is for; an answer of {@code gone} is taken away. */
    public Optional<Draft> at(UUID account, UUID id, String division, List<String> gone, Instant at) {
        return update(
                account,
                id,
                at,
                db.update(DRAFT)
                        .set(DRAFT.DIVISION, division)
                        .set(
                                DRAFT.ANSWERS,
                                DSL.field(
                                        "{0} - {1}",
                                        JSONB.class, DRAFT.ANSWERS, DSL.val(gone.toArray(String[]::new)))));
    }

    public Optional<Draft> choose(UUID account, UUID id, DeliveryWay way, Instant at) {
        return update(account, id, at, db.update(DRAFT).set(DRAFT.WAY, way.name()));
    }

    public boolean delete(UUID account, UUID id) {
        return db.deleteFrom(DRAFT)
                        .where(DRAFT.ID.eq(id))
                        .and(DRAFT.ACCOUNT.eq(account))
                        .and(APPLICATION)
                        .execute()
                == 1;
    }

    /** Each file is in a draft of its owner's. Those of cases are marked as kept when the case is written. */
    @Override
    public Set<UUID> used(Collection<UUID> owners) {
        return db.resultQuery(USED, (Object) owners.toArray(UUID[]::new)).fetchSet("file", UUID.class);
    }

    /** No two changes are of one time: by it is told whether a draft is still as it was read. */
    private static Optional<Draft> update(
            UUID account, UUID id, Instant at, UpdateSetMoreStep<DraftRecord> change, Condition... only) {
        return change.set(
                        DRAFT.UPDATED_AT,
                        DSL.field(
                                "greatest({0}, {1} + interval '1 microsecond')",
                                OffsetDateTime.class, DSL.val(Times.of(at)), DRAFT.UPDATED_AT))
                .where(DRAFT.ID.eq(id))
                .and(DRAFT.ACCOUNT.eq(account))
                .and(APPLICATION)
                .and(DSL.and(only))
                .returning()
                .fetchOptional(DraftStore::read);
    }

    /** The answers that are stored, without these, and with what was written. */
    private static Field<JSONB> over(Collection<String> gone, JSONB written) {
        return DSL.field(
                "({0} - {1}) || {2}",
                JSONB.class, DRAFT.ANSWERS, DSL.val(gone.toArray(String[]::new)), DSL.val(written));
    }

    /** The materials that are stored, without these files. */
    private static Field<JSONB> without(Collection<String> files) {
        return DSL.field(
                "(select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements({0}) as m"
                        + " where (m ->> 'file' = any({1})) is not true)",
                JSONB.class, DRAFT.MATERIALS, DSL.val(files.toArray(String[]::new)));
    }

    private static Draft read(DraftRecord row) {
        return new Draft(
                row.getId(),
                row.getAccount(),
                row.getItem(),
                row.getItemVersion(),
                row.getDivision(),
                Json.answers(row.getAnswers().data()),
                Json.materials(row.getMaterials().data()),
                DeliveryWay.valueOf(row.getWay()),
                row.getUpdatedAt().toInstant());
    }

    private static JSONB json(Object value) {
        return JSONB.jsonb(Json.of(value));
    }
}
