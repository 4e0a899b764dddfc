package org.yichuang.casework.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.yichuang.casework.store.WorkConditions.bucket;
import static org.yichuang.casework.store.WorkConditions.matches;
import static org.yichuang.casework.store.WorkConditions.mine;
import static org.yichuang.casework.store.WorkConditions.narrowed;
import static org.yichuang.casework.store.WorkConditions.seen;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.Neighbours;
import org.yichuang.casework.State;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.WorkFilter.Bucket;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;
import org.yichuang.shared.Times;

/** Lists of cases. */
@Repository
public class CaseLists {
    /** Of which the last only says that there are more than are listed. */
    private static final int MOST_RUNNING = CaseRow.LISTED + 1;

    private static final int ALL = Integer.MAX_VALUE;
    private static final List<Bucket> BUCKETS = List.of(Bucket.values());

    /** Of which the index of what is due holds each together. */
    private static final List<Bucket> DATED = List.of(Bucket.OVERDUE, Bucket.TODAY, Bucket.NEXT, Bucket.LATER);

    private static final String[] APPLICANT = {"applicant"};

    private final DSLContext db;

    CaseLists(DSLContext db) {
        this.db = db;
    }

    /**
     * Of open cases the next due first, what has no due instant last, as their indexes have it; where closed ones are among
     * them the latest first.
     */
    public Page<CaseRow> worklist(WorkQuery query, int size) {
        Field<Boolean> mine = DSL.field(mine(query)).as("mine");
        List<CaseRow> rows = worklist(query, size, mine).fetch(found -> ListRows.row(found, found.get(mine)));
        return Page.of(rows, size, Cursor.WORKLIST, found -> Cursor.of(found.due(), found.id()));
    }

    Select<Record> worklist(WorkQuery query, int size, Field<Boolean> mine) {
        return db.select(columns(mine))
                .from(CASE_FILE)
                .where(matches(query))
                .and(further(query.filter()))
                .orderBy(order(query.filter()))
                .limit(size + 1);
    }

    /** Ids follow the time: all cases there ever were need no sorting. */
    private static List<SortField<?>> order(WorkFilter filter) {
        return closedToo(filter)
                ? List.of(CASE_FILE.ID.desc())
                : List.of(CASE_FILE.DUE.asc().nullsLast(), CASE_FILE.ID.asc());
    }

    /** In one statement, of which each part is a stretch of the list's index; the first that has a case says which. */
    public Neighbours neighbours(WorkQuery query, Neighbours.Place place) {
        Condition all = matches(query);
        Condition none = CASE_FILE.DUE.isNull();
        Instant due = place.due();
        UUID id = place.caseId();
        var stretches = due == null
                ? nearest(1, true, all.and(none).and(CASE_FILE.ID.lt(id)))
                        .unionAll(nearest(
                                2, true, all.and(CASE_FILE.DUE.isNotNull()).and(CASE_FILE.ID.ne(id))))
                        .unionAll(nearest(3, false, all.and(none).and(CASE_FILE.ID.gt(id))))
                : nearest(1, true, all.and(row(CASE_FILE.DUE, CASE_FILE.ID).lt(Times.of(due), id)))
                        .unionAll(nearest(
                                3,
                                false,
                                all.and(row(CASE_FILE.DUE, CASE_FILE.ID).gt(Times.of(due), id))))
                        .unionAll(nearest(4, false, all.and(none).and(CASE_FILE.ID.ne(id))));
        Map<Integer, Neighbours.Place> found = stretches.fetchMap(
                Record3::value1, row -> new Neighbours.Place(row.value2(), Times.read(row.value3())));
        return new Neighbours(first(found.get(1), found.get(2)), first(found.get(3), found.get(4)));
    }

    private static Neighbours.@Nullable Place first(Neighbours.@Nullable Place one, Neighbours.@Nullable Place other) {
        return one == null ? other : one;
    }

    private Select<Record3<Integer, UUID, OffsetDateTime>> nearest(int stretch, boolean before, Condition where) {
        List<SortField<?>> order = before
                ? List.of(CASE_FILE.DUE.desc().nullsFirst(), CASE_FILE.ID.desc())
                : List.of(CASE_FILE.DUE.asc().nullsLast(), CASE_FILE.ID.asc());
        return db.select(DSL.inline(stretch), CASE_FILE.ID, CASE_FILE.DUE)
                .from(CASE_FILE)
                .where(where)
                .orderBy(order)
                .limit(1);
    }

    private static boolean closedToo(WorkFilter filter) {
        return filter.states().stream().anyMatch(state -> !state.open());
    }

    private static Condition further(WorkFilter filter) {
        Cursor after = Cursor.readOpen(Cursor.WORKLIST, filter.after());
        if (after == null) {
            return noCondition();
        }
        if (closedToo(filter)) {
            return CASE_FILE.ID.lt(after.id());
        }
        return after.timeless()
                ? CASE_FILE.DUE.isNull().and(CASE_FILE.ID.gt(after.id()))
                : CASE_FILE.DUE.isNull().or(row(CASE_FILE.DUE, CASE_FILE.ID).gt(Times.of(after.at()), after.id()));
    }

    /**
     * Counts over open cases, by when they are due and what they wait for. Where nothing narrows them and there are more
     * than is told, each goes no further than that, and what no index leads to is not counted.
     */
    public WorkCounts counts(WorkQuery query) {
        return narrowed(query).equals(noCondition()) ? counts(query, WorkCounts.TOLD) : whole(query, ALL);
    }

    WorkCounts counts(WorkQuery query, int told) {
        WorkCounts begun = read(counting(query, told).fetchSingle(), DATED, Map.of(), told);
        return begun.whole() ? whole(query, told) : begun;
    }

    private WorkCounts whole(WorkQuery query, int told) {
        Stream<Condition> all =
                Stream.concat(counted(query, BUCKETS), Stream.of(CASE_FILE.WAITS_FOR.contains(APPLICANT)));
        Record counted = db.select(
                        all.map(part -> DSL.count().filterWhere(part)).toList())
                .from(CASE_FILE)
                .where(open(query))
                .fetchSingle();
        Map<String, Integer> byAct = query.seen() == null
                ? Map.of(APPLICANT[0], counted.get(counted.size() - 1, Integer.class))
                : byAct(open(query));
        return read(counted, BUCKETS, byAct, told);
    }

    /**
     * For each count no more are read than one more than it tells. That holds only where an index leads to them: what few
     * cases are, paused or waiting for the applicant, would be looked for in every case there is. The visitor's are looked
     * for in the units of their posts.
     */
    Select<Record> counting(WorkQuery query, int told) {
        return db.select(counted(query, DATED)
                .map(part -> DSL.field(db.selectCount()
                        .from(db.selectOne()
                                .from(CASE_FILE)
                                .where(open(query).and(part))
                                .limit(told + 1))))
                .toList());
    }

    /** These, then the visitor's, then all. */
    private static Stream<Condition> counted(WorkQuery query, List<Bucket> buckets) {
        return Stream.concat(
                buckets.stream().map(bucket -> bucket(bucket, query)), Stream.of(mine(query), DSL.trueCondition()));
    }

    private static WorkCounts read(Record counted, List<Bucket> buckets, Map<String, Integer> byAct, int told) {
        Map<Bucket, Integer> due = new EnumMap<>(Bucket.class);
        buckets.forEach(bucket -> due.put(bucket, counted.get(due.size(), Integer.class)));
        int size = buckets.size();
        return new WorkCounts(due, byAct, counted.get(size, Integer.class), counted.get(size + 1, Integer.class), told);
    }

    private static Condition open(WorkQuery query) {
        return narrowed(query).and(CASE_FILE.CLOSED_AT.isNull());
    }

    /** An applicant's own, the latest first. */
    public Page<CaseRow> of(UUID applicant, @Nullable String cursor, int size) {
        Cursor after = Cursor.read(Cursor.OWN, cursor);
        Condition further = after == null
                ? noCondition()
                : row(CASE_FILE.SUBMITTED_AT, CASE_FILE.ID).lt(Times.of(after.at()), after.id());
        Field<Boolean> mine = DSL.field(CASE_FILE.WAITS_FOR.contains(APPLICANT).and(CASE_FILE.CLOSED_AT.isNull()))
                .as("mine");
        var rows = db.select(columns(mine))
                .select(CASE_FILE.SUBMITTED_AT)
                .from(CASE_FILE)
                .where(CASE_FILE.APPLICANT.eq(applicant))
                .and(further)
                .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.ID.desc())
                .limit(size + 1)
                .fetch();
        Page<Record> page = Page.of(
                List.copyOf(rows),
                size,
                Cursor.OWN,
                found -> Cursor.of(Times.read(found.get(CASE_FILE.SUBMITTED_AT)), found.get(CASE_FILE.ID)));
        return page.map(found -> ListRows.row(found, found.get(mine)));
    }

    /** An applicant's cases of an item that are not decided yet, of those that somebody sees; the latest first. */
    public List<CaseRow> running(UUID applicant, String item, WorkQuery.@Nullable Seen seen) {
        Condition undecided = CASE_FILE.CLOSED_AT.isNull().and(CASE_FILE.DECIDED_AT.isNull());
        return of(applicant, item, undecided.and(seen(seen)), MOST_RUNNING);
    }

    /** An applicant's cases of an item that are not over, the latest first. */
    public List<CaseRow> open(UUID applicant, String item) {
        return of(applicant, item, CASE_FILE.CLOSED_AT.isNull(), MOST_RUNNING);
    }

    /** An applicant's last case of an item that came to one of these results. */
    public Optional<CaseRow> last(UUID applicant, String item, Set<State> results) {
        List<String> names = results.stream().map(State::name).toList();
        return of(applicant, item, CASE_FILE.RESULT.in(names), 1).stream().findFirst();
    }

    private List<CaseRow> of(UUID applicant, String item, Condition which, int most) {
        Field<Boolean> mine = DSL.field("false", Boolean.class).as("mine");
        return db.select(columns(mine))
                .from(CASE_FILE)
                .where(CASE_FILE.APPLICANT.eq(applicant))
                .and(CASE_FILE.ITEM.eq(item))
                .and(which)
                .orderBy(CASE_FILE.SUBMITTED_AT.desc(), CASE_FILE.ID.desc())
                .limit(most)
                .fetch(found -> ListRows.row(found, false));
    }

    /** What these cases are called on the record: the number, and of what item. */
    public Map<String, Text> names(Collection<UUID> ids) {
        return db.select(CASE_FILE.ID, CASE_FILE.NUMBER, CASE_FILE.ITEM_NAME, CASE_FILE.ITEM_NAME_EN)
                .from(CASE_FILE)
                .where(CASE_FILE.ID.in(ids))
                .fetchMap(
                        row -> row.value1().toString(),
                        row -> Text.of(row.value2() + " " + row.value3(), row.value2() + " " + row.value4()));
    }

    /** The versions of their items that cases go by, by their numbers. */
    public Map<String, Integer> itemVersions(Collection<String> numbers) {
        return db.select(CASE_FILE.NUMBER, CASE_FILE.ITEM_VERSION)
                .from(CASE_FILE)
                .where(CASE_FILE.NUMBER.in(numbers))
                .fetchMap(CASE_FILE.NUMBER, CASE_FILE.ITEM_VERSION);
    }

    public Optional<UUID> id(String number) {
        return db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.NUMBER.eq(number))
                .fetchOptional(CASE_FILE.ID);
    }

    private Map<String, Integer> byAct(Condition all) {
        Field<String> act = DSL.field("w.act", String.class);
        return db.select(act, DSL.count())
                .from(CASE_FILE)
                .crossJoin(DSL.lateral(DSL.unnest(CASE_FILE.WAITS_FOR).as("w", "act")))
                .where(all)
                .groupBy(act)
                .fetchMap(act, DSL.count());
    }

    private static List<SelectField<?>> columns(Field<Boolean> mine) {
        return Stream.concat(ListRows.FIELDS.stream(), Stream.of(mine)).toList();
    }
}
