package org.yichuang.journal.store;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Days;

/**
 * Which entries are looked for. A kind without a point means all kinds that begin with it: {@code case} is every
 * {@code case.…}.
 */
public record EntryFilter(
        @Nullable String subject, @Nullable String kind, DayRange days) {

    /** From what was typed; a day that is none is a problem that names the field. */
    public static EntryFilter of(String subject, String kind, String from, String to) {
        return new EntryFilter(text(subject), text(kind), DayRange.read(from, to));
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    Condition condition() {
        Condition all = DSL.noCondition();
        if (subject != null) {
            all = all.and("subject = ?", subject);
        }
        if (kind != null) {
            all = kind.contains(".") ? all.and("kind = ?", kind) : all.and("starts_with(kind, ?)", kind + ".");
        }
        if (days.from() != null) {
            all = all.and("at >= ?", days.from().atStartOfDay(Days.ZONE).toOffsetDateTime());
        }
        if (days.to() != null) {
            all = all.and(
                    "at < ?", days.to().plusDays(1).atStartOfDay(Days.ZONE).toOffsetDateTime());
        }
        return all;
    }
}
