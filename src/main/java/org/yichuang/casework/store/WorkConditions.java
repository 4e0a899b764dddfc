package org.yichuang.casework.store;

import static org.jooq.impl.DSL.noCondition;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.State;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.WorkFilter.Bucket;
import org.yichuang.casework.store.WorkQuery.Waiting;
import org.yichuang.shared.Times;

/** Which cases a work list is asked for. */
final class WorkConditions {
    /** The acts of the register that approve what somebody else asked for. */
    private static final Set<String> APPROVALS = Set.of("pause", "extend");

    private WorkConditions() {}

    /** All that a list shows. */
    static Condition matches(WorkQuery query) {
        WorkFilter filter = query.filter();
        Condition states = filter.states().isEmpty()
                ? CASE_FILE.CLOSED_AT.isNull()
                : CASE_FILE.STATE.in(filter.states().stream().map(State::name).toList());
        Condition act =
                filter.act() == null ? noCondition() : CASE_FILE.WAITS_FOR.contains(new String[] {filter.act()});
        Condition due = filter.due() == null
                ? noCondition()
                : bucket(filter.due(), query).and(CASE_FILE.CLOSED_AT.isNull());
        return narrowed(query).and(states).and(act).and(due).and(filter.mine() ? mine(query) : noCondition());
    }

    /** What is seen and asked for, in whichever state and whenever due. */
    static Condition narrowed(WorkQuery query) {
        WorkFilter filter = query.filter();
        Condition unit = filter.unit() == null ? noCondition() : CASE_FILE.UNIT.eq(filter.unit());
        Condition item = filter.item() == null ? noCondition() : CASE_FILE.ITEM.eq(filter.item());
        Condition applicant = filter.applicant() == null ? noCondition() : CASE_FILE.APPLICANT.eq(filter.applicant());
        return seen(query.seen()).and(unit).and(item).and(applicant).and(words(filter.q()));
    }

    static Condition seen(WorkQuery.@Nullable Seen seen) {
        if (seen == null) {
            return noCondition();
        }
        Condition units = CASE_FILE.UNIT.in(seen.units());
        return seen.windows().isEmpty() ? units : units.or(CASE_FILE.SERVICE_WINDOW.in(seen.windows()));
    }

    private static Condition words(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return noCondition();
        }
        String words = q.strip();
        return CASE_FILE
                .NUMBER
                .startsWith(words.toUpperCase(Locale.ROOT))
                .or(CASE_FILE.APPLICANT_NAME.containsIgnoreCase(words))
                .or(CASE_FILE.AGENT.containsIgnoreCase(words))
                .or(CASE_FILE.ITEM_NAME.contains(words))
                .or(CASE_FILE.ITEM_NAME_EN.containsIgnoreCase(words));
    }

    static Condition bucket(Bucket bucket, WorkQuery query) {
        OffsetDateTime now = Times.of(query.now());
        OffsetDateTime tomorrow = Times.of(query.tomorrow());
        OffsetDateTime later = Times.of(query.later());
        return switch (bucket) {
            case OVERDUE -> CASE_FILE.DUE.lt(now);
            case TODAY -> CASE_FILE.DUE.ge(now).and(CASE_FILE.DUE.lt(tomorrow));
            case NEXT -> CASE_FILE.DUE.ge(now).and(CASE_FILE.DUE.ge(tomorrow)).and(CASE_FILE.DUE.lt(later));
            case LATER -> CASE_FILE.DUE.ge(later);
            case PAUSED -> CASE_FILE.DUE.isNull().and(CASE_FILE.STATE.eq(State.PAUSED.name()));
            case NONE -> CASE_FILE.DUE.isNull().and(CASE_FILE.STATE.ne(State.PAUSED.name()));
        };
    }

    /** Open cases that wait for an act of these: not for the approval of what the visitor asked for (FOUR-EYES). */
    static Condition mine(WorkQuery query) {
        Condition anothers = query.officer() == null
                ? noCondition()
                : CASE_FILE
                        .PROPOSAL
                        .isNull()
                        .or(CASE_FILE.PROPOSAL.notContains(query.officer().toString()));
        return DSL.or(query.mine().stream()
                        .map(waiting -> APPROVALS.contains(waiting.act())
                                ? waiting(waiting).and(anothers)
                                : waiting(waiting))
                        .toList())
                .and(CASE_FILE.CLOSED_AT.isNull());
    }

    private static Condition waiting(Waiting waiting) {
        Condition item = waiting.items() == null ? noCondition() : CASE_FILE.ITEM.in(waiting.items());
        return CASE_FILE
                .UNIT
                .eq(waiting.unit())
                .and(CASE_FILE.WAITS_FOR.contains(new String[] {waiting.act()}))
                .and(item);
    }
}
