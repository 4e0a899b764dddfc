package org.yichuang.casework.service;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.store.DenialStore;
import org.yichuang.casework.store.DenialStore.Awaited;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;

/** AL-82 for the supervising unit: when the calendar is amended, the reviews that wait are due on another day. */
@Component
class DenialDues {
    /** Journal: the review of a denial is due at another time; payload {@code case, oldDue, newDue}. */
    static final String MOVED = "denial.recomputed";

    private final DenialStore store;
    private final LocalRules local;
    private final Journal journal;

    DenialDues(DenialStore store, LocalRules local, Journal journal) {
        this.store = store;
        this.local = local;
        this.journal = journal;
    }

    @Transactional
    void recompute(WorkingCalendar calendar) {
        for (Awaited denial : store.awaited()) {
            Instant due = due(denial.since(), calendar);
            if (!Objects.equals(due, denial.reviewDue()) && store.moved(denial.id(), due)) {
                journal.append(new NewEntry(MOVED, "denial:" + denial.id(), Actor.SYSTEM, moved(denial, due)));
            }
        }
    }

    Limit limit() {
        return local.toReview();
    }

    /** Until when the supervising unit reviews what has waited since; null where the calendar does not say. */
    @Nullable
    Instant due(Instant since, WorkingCalendar calendar) {
        LimitClock review = LimitClock.of(since, limit());
        return review.due(calendar) instanceof Due.At(Instant at) ? at : null;
    }

    private static Map<String, Object> moved(Awaited denial, @Nullable Instant due) {
        return Map.of(
                "case", denial.caseId().toString(),
                "oldDue", String.valueOf(denial.reviewDue()),
                "newDue", String.valueOf(due));
    }
}
