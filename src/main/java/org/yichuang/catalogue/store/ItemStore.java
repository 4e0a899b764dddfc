package org.yichuang.catalogue.store;

import static org.jooq.impl.DSL.max;
import static org.yichuang.jooq.catalogue.Sequences.REVISION;
import static org.yichuang.jooq.catalogue.Tables.EDITION;
import static org.yichuang.jooq.catalogue.Tables.ITEM_VERSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.shared.Text;

/**
 * The table of versions. Every change names the revision it was made on; none is made on a stale one. No revision is given
 * twice: a page that shows a draft which was thrown away says nothing about the next draft of the same number.
 */
@Repository
public class ItemStore {
    private static final List<SelectFieldOrAsterisk> INFO = List.of(
            ITEM_VERSION.CODE,
            ITEM_VERSION.VERSION,
            ITEM_VERSION.STATE,
            ITEM_VERSION.NAME_ZH,
            ITEM_VERSION.NAME_EN,
            ITEM_VERSION.DEPARTMENT,
            ITEM_VERSION.REVISION,
            ITEM_VERSION.ERRORS,
            ITEM_VERSION.CHANGED_AT,
            ITEM_VERSION.PUBLISHED_AT,
            ITEM_VERSION.RETIRED_AT);

    private final DSLContext dsl;

    ItemStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<ItemVersion> body(String code, int version) {
        return dsl.select(ITEM_VERSION.BODY)
                .from(ITEM_VERSION)
                .where(is(code, version))
                .fetchOptional(row -> ItemJson.read(row.value1().data(), ItemVersion.class));
    }

    public Optional<VersionInfo> info(String code, int version) {
        return dsl.select(INFO).from(ITEM_VERSION).where(is(code, version)).fetchOptional(ItemStore::info);
    }

    /** All versions of an item, newest first. */
    public List<VersionInfo> versions(String code) {
        return dsl.select(INFO)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.CODE.eq(code))
                .orderBy(ITEM_VERSION.VERSION.desc())
                .fetch(ItemStore::info);
    }

    /** What these items are called in their newest version. */
    public Map<String, Text> names(Collection<String> codes) {
        Map<String, Text> names = new HashMap<>();
        dsl.select(ITEM_VERSION.CODE, ITEM_VERSION.NAME_ZH, ITEM_VERSION.NAME_EN)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.CODE.in(codes))
                .orderBy(ITEM_VERSION.VERSION)
                .forEach(row -> names.put(
                        row.value1(), Text.of(row.value2(), row.value3().isBlank() ? row.value2() : row.value3())));
        return names;
    }

    /** The departments that the versions of these items name, by item. */
    public Map<String, Set<String>> departments(Collection<String> codes) {
        return dsl.select(ITEM_VERSION.CODE, ITEM_VERSION.DEPARTMENT)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.CODE.in(codes))
                .collect(Collectors.groupingBy(
                        Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    /** How many items of these departments are published; departments of none are left out. */
    public Map<String, Integer> publishedOf(Collection<String> departments) {
        return dsl.select(ITEM_VERSION.DEPARTMENT, DSL.count())
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.DEPARTMENT.in(departments))
                .and(ITEM_VERSION.STATE.eq(VersionState.PUBLISHED.name()))
                .groupBy(ITEM_VERSION.DEPARTMENT)
                .fetchMap(ITEM_VERSION.DEPARTMENT, DSL.count());
    }

    /** Which of these items are published. */
    public Set<String> published(Collection<String> codes) {
        return dsl.select(ITEM_VERSION.CODE)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.CODE.in(codes))
                .and(ITEM_VERSION.STATE.eq(VersionState.PUBLISHED.name()))
                .fetchSet(ITEM_VERSION.CODE);
    }

    /** Versions by code and number, after this one, at most {@code count}. */
    public List<VersionInfo> list(
            @Nullable VersionState state, @Nullable String words, @Nullable Key after, int count) {
        Condition where = DSL.noCondition();
        if (state != null) {
            where = where.and(ITEM_VERSION.STATE.eq(state.name()));
        }
        if (words != null && !words.isBlank()) {
            where = where.and(ITEM_VERSION
                    .CODE
                    .containsIgnoreCase(words.strip())
                    .or(ITEM_VERSION.NAME_ZH.containsIgnoreCase(words.strip()))
                    .or(ITEM_VERSION.NAME_EN.containsIgnoreCase(words.strip())));
        }
        if (after != null) {
            where = where.and(DSL.row(ITEM_VERSION.CODE, ITEM_VERSION.VERSION).gt(after.code(), after.version()));
        }
        return dsl.select(INFO)
                .from(ITEM_VERSION)
                .where(where)
                .orderBy(ITEM_VERSION.CODE, ITEM_VERSION.VERSION)
                .limit(count)
                .fetch(ItemStore::info);
    }

    /** A place in the list of versions. */
    public record Key(String code, int version) {}

    public int newest(String code) {
        Integer newest = dsl.select(max(ITEM_VERSION.VERSION))
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.CODE.eq(code))
                .fetchOne(0, Integer.class);
        return newest == null ? 0 : newest;
    }

    /** A new draft; false when the item already has an open version. */
    public boolean insert(ItemVersion item, int errors, Instant now) {
        return dsl.insertInto(ITEM_VERSION)
                        .set(ITEM_VERSION.CODE, item.code())
                        .set(ITEM_VERSION.VERSION, item.version())
                        .set(draft(item, errors, now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** New content of an open version, which is a draft again. */
    public boolean update(ItemVersion item, int revision, int errors, Instant now) {
        return dsl.update(ITEM_VERSION)
                        .set(draft(item, errors, now))
                        .set(ITEM_VERSION.REVISION, REVISION.nextval())
                        .where(is(item.code(), item.version(), revision))
                        .and(ITEM_VERSION.STATE.in("DRAFT", "CHECKED"))
                        .execute()
                == 1;
    }

    private static Map<Field<?>, Object> draft(ItemVersion item, int errors, Instant now) {
        return Map.of(
                ITEM_VERSION.STATE, VersionState.DRAFT.name(),
                ITEM_VERSION.NAME_ZH, item.name().zh(),
                ITEM_VERSION.NAME_EN, item.name().en(),
                ITEM_VERSION.DEPARTMENT, item.department(),
                ITEM_VERSION.BODY, JSONB.valueOf(ItemJson.write(item)),
                ITEM_VERSION.ERRORS, errors,
                ITEM_VERSION.CHANGED_AT, now.atOffset(ZoneOffset.UTC));
    }

    public boolean checked(String code, int version, int revision, Instant now) {
        return dsl.update(ITEM_VERSION)
                        .set(ITEM_VERSION.STATE, VersionState.CHECKED.name())
                        .set(ITEM_VERSION.ERRORS, 0)
                        .set(ITEM_VERSION.REVISION, REVISION.nextval())
                        .set(ITEM_VERSION.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(is(code, version, revision))
                        .and(ITEM_VERSION.STATE.eq(VersionState.DRAFT.name()))
                        .execute()
                == 1;
    }

    /** Puts a checked version in force and the one before it out of force. */
    public boolean publish(ItemVersion item, int revision, Instant now) {
        long edition = nextEdition();
        retire(ITEM_VERSION.CODE.eq(item.code()), edition, now);
        return dsl.update(ITEM_VERSION)
                        .set(ITEM_VERSION.STATE, VersionState.PUBLISHED.name())
                        .set(ITEM_VERSION.CARD, JSONB.valueOf(ItemJson.write(Listed.of(item))))
                        .set(ITEM_VERSION.STAMP, edition)
                        .set(ITEM_VERSION.REVISION, REVISION.nextval())
                        .set(ITEM_VERSION.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(ITEM_VERSION.PUBLISHED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(is(item.code(), item.version(), revision))
                        .and(ITEM_VERSION.STATE.eq(VersionState.CHECKED.name()))
                        .execute()
                == 1;
    }

    public boolean retire(String code, int version, int revision, Instant now) {
        return retire(is(code, version, revision), nextEdition(), now) == 1;
    }

    public boolean discard(String code, int version, int revision) {
        return dsl.deleteFrom(ITEM_VERSION)
                        .where(is(code, version, revision))
                        .and(ITEM_VERSION.STATE.in("DRAFT", "CHECKED"))
                        .execute()
                == 1;
    }

    /** The number of the last publication or retirement; one index read. */
    public long edition() {
        Long number = dsl.select(EDITION.NUMBER).from(EDITION).fetchOne(EDITION.NUMBER);
        return number == null ? 0 : number;
    }

    /** What was published or retired after this edition, oldest first. */
    public List<Change> changes(long after) {
        return dsl.select(
                        ITEM_VERSION.CODE,
                        ITEM_VERSION.VERSION,
                        ITEM_VERSION.STATE,
                        ITEM_VERSION.CARD,
                        ITEM_VERSION.STAMP)
                .from(ITEM_VERSION)
                .where(ITEM_VERSION.STAMP.gt(after))
                .orderBy(ITEM_VERSION.STAMP, ITEM_VERSION.VERSION)
                .fetch(row -> new Change(
                        row.value1(),
                        row.value2(),
                        VersionState.valueOf(row.value3()) == VersionState.PUBLISHED
                                ? ItemJson.read(row.value4().data(), Listed.class)
                                : null,
                        row.value5()));
    }

    /** A version that came into force, or (nothing listed) went out of it. */
    public record Change(String code, int version, @Nullable Listed listed, long edition) {}

    private long nextEdition() {
        return dsl.update(EDITION)
                .set(EDITION.NUMBER, EDITION.NUMBER.plus(1))
                .returningResult(EDITION.NUMBER)
                .fetchSingle()
                .value1();
    }

    private int retire(Condition which, long edition, Instant now) {
        return dsl.update(ITEM_VERSION)
                .set(ITEM_VERSION.STATE, VersionState.RETIRED.name())
                .set(ITEM_VERSION.STAMP, edition)
                .set(ITEM_VERSION.REVISION, REVISION.nextval())
                .set(ITEM_VERSION.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                .set(ITEM_VERSION.RETIRED_AT, now.atOffset(ZoneOffset.UTC))
                .where(which)
                .and(ITEM_VERSION.STATE.eq(VersionState.PUBLISHED.name()))
                .execute();
    }

    private static Condition is(String code, int version) {
        return ITEM_VERSION.CODE.eq(code).and(ITEM_VERSION.VERSION.eq(version));
    }

    private static Condition is(String code, int version, int revision) {
        return is(code, version).and(ITEM_VERSION.REVISION.eq(revision));
    }

    private static VersionInfo info(Record row) {
        var published = row.get(ITEM_VERSION.PUBLISHED_AT);
        var retired = row.get(ITEM_VERSION.RETIRED_AT);
        return new VersionInfo(
                row.get(ITEM_VERSION.CODE),
                row.get(ITEM_VERSION.VERSION),
                VersionState.valueOf(row.get(ITEM_VERSION.STATE)),
                Text.of(row.get(ITEM_VERSION.NAME_ZH), row.get(ITEM_VERSION.NAME_EN)),
                row.get(ITEM_VERSION.DEPARTMENT),
                row.get(ITEM_VERSION.REVISION),
                row.get(ITEM_VERSION.ERRORS),
                row.get(ITEM_VERSION.CHANGED_AT).toInstant(),
                published == null ? null : published.toInstant(),
                retired == null ? null : retired.toInstant());
    }
}
