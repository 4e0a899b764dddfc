package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DENIAL_FILING;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Denial;
import org.yichuang.casework.domain.Ending;
import org.yichuang.casework.store.WorkQuery.Waiting;
import org.yichuang.jooq.casework.tables.records.DenialFilingRecord;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;
import org.yichuang.shared.Times;

/** Filed denials and what the supervising unit said. */
@Repository
public class DenialStore {
    /** Written into the statements: behind a parameter the planner would not see which partial index fits. */
    private static final Field<String> QUESTIONED = DSL.inline(Judgement.QUESTIONED.name());

    /** Neither upheld nor reversed: nobody judged it, or it was only questioned. */
    static final Condition OPEN = DENIAL_FILING.JUDGEMENT.isNull().or(DENIAL_FILING.JUDGEMENT.eq(QUESTIONED));

    /** Its review is due: nobody judged it, or it was questioned and the unit has answered. */
    private static final Condition WAITS = DENIAL_FILING
            .JUDGEMENT
            .isNull()
            .or(DENIAL_FILING.JUDGEMENT.eq(QUESTIONED).and(DENIAL_FILING.REPLY.isNotNull()));

    private static final Condition UNANSWERED =
            DENIAL_FILING.JUDGEMENT.eq(QUESTIONED).and(DENIAL_FILING.REPLY.isNull());

    private final DSLContext db;

    DenialStore(DSLContext db) {
        this.db = db;
    }

    static Map<String, @Nullable Object> row(CaseFile file, Denial denial) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", denial.id());
        row.put("case_id", file.is().id());
        row.put("number", file.is().number());
        row.put("item_name", file.is().itemName().zh());
        row.put("item_name_en", file.is().itemName().en());
        row.put("unit", file.is().unit());
        row.put("act", denial.act().name());
        row.put("reason", denial.filing().reason().name());
        row.put("article", denial.filing().article());
        row.put("told", denial.filing().told());
        row.put("officer", denial.officer());
        row.put("officer_name", denial.officerName());
        row.put("post", denial.post());
        row.put("filed_at", Times.of(denial.at()));
        row.put("review_due", Times.ofNullable(denial.reviewDue()));
        return row;
    }

    public Optional<DenialRow> find(UUID id) {
        return db.selectFrom(DENIAL_FILING).where(DENIAL_FILING.ID.eq(id)).fetchOptional(DenialStore::read);
    }

    /** Which of these this officer filed. */
    public Set<UUID> filedBy(Collection<UUID> ids, UUID officer) {
        return db.select(DENIAL_FILING.ID)
                .from(DENIAL_FILING)
                .where(DENIAL_FILING.ID.in(ids))
                .and(DENIAL_FILING.OFFICER.eq(officer))
                .fetchSet(DENIAL_FILING.ID);
    }

    /** The denial, held until the transaction ends: who changes it and its case takes them in this order. */
    public Optional<DenialRow> hold(UUID id) {
        return db.selectFrom(DENIAL_FILING)
                .where(DENIAL_FILING.ID.eq(id))
                .forUpdate()
                .fetchOptional(DenialStore::read);
    }

    /** What these are called on the record: the case's number, and of what item. */
    public Map<String, Text> names(Collection<UUID> ids) {
        return db.select(DENIAL_FILING.ID, DENIAL_FILING.NUMBER, DENIAL_FILING.ITEM_NAME, DENIAL_FILING.ITEM_NAME_EN)
                .from(DENIAL_FILING)
                .where(DENIAL_FILING.ID.in(ids))
                .fetchMap(
                        row -> row.value1().toString(),
                        row -> Text.of(row.value2() + " " + row.value3(), row.value2() + " " + row.value4()));
    }

    /** The items of their cases, by these denials. */
    public Map<UUID, String> items(Collection<UUID> ids) {
        return db.select(DENIAL_FILING.ID, CASE_FILE.ITEM)
                .from(DENIAL_FILING)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(DENIAL_FILING.CASE_ID))
                .where(DENIAL_FILING.ID.in(ids))
                .fetchMap(DENIAL_FILING.ID, CASE_FILE.ITEM);
    }

    /** Of the decisions in force in these cases, by their denials. */
    public Map<UUID, String> reasons(Collection<UUID> cases) {
        var reasons = new HashMap<UUID, String>();
        db.select(CASE_FILE.DENIAL, CASE_FILE.ENDING)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.in(cases))
                .and(CASE_FILE.DENIAL.isNotNull())
                .forEach(row -> {
                    CaseView.Result result =
                            Json.read(row.value2(), Ending.class).result();
                    if (result != null) {
                        reasons.put(row.value1(), result.reasons());
                    }
                });
        return reasons;
    }

    /** Open: the longest waiting first; reviewed: the last reviewed first. */
    public Page<DenialRow> list(boolean reviewed, @Nullable String cursor, int size) {
        var time = reviewed ? DENIAL_FILING.REVIEWED_AT : DENIAL_FILING.FILED_AT;
        String list = reviewed ? Cursor.REVIEWED : Cursor.DENIALS;
        Cursor after = Cursor.read(list, cursor);
        Condition further = after == null
                ? DSL.noCondition()
                : reviewed
                        ? DSL.row(time, DENIAL_FILING.ID).lt(Times.of(after.at()), after.id())
                        : DSL.row(time, DENIAL_FILING.ID).gt(Times.of(after.at()), after.id());
        List<DenialRow> rows = db.selectFrom(DENIAL_FILING)
                .where(reviewed ? OPEN.not() : OPEN)
                .and(further)
                .orderBy(
                        reviewed ? time.desc() : time.asc(),
                        reviewed ? DENIAL_FILING.ID.desc() : DENIAL_FILING.ID.asc())
                .limit(size + 1)
                .fetch(DenialStore::read);
        return Page.of(rows, size, list, row -> Cursor.of(reviewedOrFiled(row), row.id()));
    }

    /**
     * A denial that waits for its review.
     *
     * @param since it was filed, or the unit answered what it was asked
     */
    public record Awaited(
            UUID id, UUID caseId, Instant since, @Nullable Instant reviewDue) {}

    public List<Awaited> awaited() {
        return db.selectFrom(DENIAL_FILING)
                .where(WAITS)
                .orderBy(DENIAL_FILING.ID)
                .fetch(row -> new Awaited(
                        row.getId(),
                        row.getCaseId(),
                        (row.getReply() == null ? row.getFiledAt() : row.getRepliedAt()).toInstant(),
                        Times.read(row.getReviewDue())));
    }

    /** How many wait for their review. */
    public int waiting() {
        return db.fetchCount(DENIAL_FILING, WAITS);
    }

    /** How many were questioned and not answered. */
    public int unanswered() {
        return db.fetchCount(DENIAL_FILING, UNANSWERED);
    }

    /** Due at another time, unless it was reviewed meanwhile. */
    public boolean moved(UUID id, @Nullable Instant due) {
        return db.update(DENIAL_FILING)
                        .set(DENIAL_FILING.REVIEW_DUE, Times.ofNullable(due))
                        .where(DENIAL_FILING.ID.eq(id))
                        .and(WAITS)
                        .execute()
                == 1;
    }

    /** Whether it was written: a denial is judged once, and once more where it was only questioned, answered or not. */
    public boolean review(UUID id, Judgement judgement, String remark, UUID by, String byName, Instant at) {
        return db.update(DENIAL_FILING)
                        .set(DENIAL_FILING.JUDGEMENT, judgement.name())
                        .set(DENIAL_FILING.REMARK, remark)
                        .set(
                                DENIAL_FILING.QUESTION,
                                judgement == Judgement.QUESTIONED ? DSL.val(remark) : DENIAL_FILING.QUESTION)
                        .set(DENIAL_FILING.REVIEWED_BY, by)
                        .set(DENIAL_FILING.REVIEWED_BY_NAME, byName)
                        .set(DENIAL_FILING.REVIEWED_AT, Times.of(at))
                        .where(DENIAL_FILING.ID.eq(id))
                        .and(judgement == Judgement.QUESTIONED ? DENIAL_FILING.JUDGEMENT.isNull() : OPEN)
                        .execute()
                == 1;
    }

    /** What was asked and not answered of cases that one of these covers, the longest waiting first. */
    public Page<DenialRow> questions(Collection<Waiting> theirs, @Nullable String cursor, int size) {
        Cursor after = Cursor.read(Cursor.QUESTIONS, cursor);
        Condition further = after == null
                ? DSL.noCondition()
                : DSL.row(DENIAL_FILING.REVIEWED_AT, DENIAL_FILING.ID).gt(Times.of(after.at()), after.id());
        List<DenialRow> rows = db.selectFrom(DENIAL_FILING)
                .where(questioned(theirs))
                .and(further)
                .orderBy(DENIAL_FILING.REVIEWED_AT, DENIAL_FILING.ID)
                .limit(size + 1)
                .fetch(DenialStore::read);
        return Page.of(rows, size, Cursor.QUESTIONS, row -> Cursor.of(row.since(), row.id()));
    }

    /** How many these are. */
    public int asked(Collection<Waiting> theirs) {
        return db.fetchCount(DENIAL_FILING, questioned(theirs));
    }

    private static Condition questioned(Collection<Waiting> theirs) {
        return theirs.stream()
                .map(DenialStore::covered)
                .reduce(Condition::or)
                .orElse(DSL.falseCondition())
                .and(UNANSWERED);
    }

    private static Condition covered(Waiting theirs) {
        Condition unit = DENIAL_FILING.UNIT.eq(theirs.unit());
        return theirs.items() == null
                ? unit
                : unit.andExists(DSL.selectOne()
                        .from(CASE_FILE)
                        .where(CASE_FILE.ID.eq(DENIAL_FILING.CASE_ID))
                        .and(CASE_FILE.ITEM.in(theirs.items())));
    }

    /** Whether it was written: a question is answered once, and then the review is due. */
    public boolean reply(UUID id, String answer, UUID by, String byName, Instant at, @Nullable Instant reviewDue) {
        return db.update(DENIAL_FILING)
                        .set(DENIAL_FILING.REPLY, answer)
                        .set(DENIAL_FILING.REPLIED_BY, by)
                        .set(DENIAL_FILING.REPLIED_BY_NAME, byName)
                        .set(DENIAL_FILING.REPLIED_AT, Times.of(at))
                        .set(DENIAL_FILING.REVIEW_DUE, Times.ofNullable(reviewDue))
                        .where(DENIAL_FILING.ID.eq(id))
                        .and(UNANSWERED)
                        .execute()
                == 1;
    }

    private static Instant reviewedOrFiled(DenialRow row) {
        return row.open() || row.review() == null ? row.filedAt() : row.review().at();
    }

    private static DenialRow read(DenialFilingRecord row) {
        DenialRow.Review review = row.getJudgement() == null
                ? null
                : new DenialRow.Review(
                        Judgement.valueOf(row.getJudgement()),
                        row.getRemark(),
                        row.getReviewedByName(),
                        row.getReviewedAt().toInstant());
        return new DenialRow(
                row.getId(),
                row.getCaseId(),
                row.getNumber(),
                Text.of(row.getItemName(), row.getItemNameEn()),
                row.getUnit(),
                ActKind.valueOf(row.getAct()),
                new DenialFiling(DenialFiling.Reason.valueOf(row.getReason()), row.getArticle(), row.getTold()),
                row.getOfficerName(),
                row.getPost(),
                row.getFiledAt().toInstant(),
                Times.read(row.getReviewDue()),
                review,
                row.getReply() == null
                        ? null
                        : new DenialRow.Reply(
                                row.getQuestion(),
                                row.getReply(),
                                row.getRepliedByName(),
                                row.getRepliedAt().toInstant()));
    }
}
