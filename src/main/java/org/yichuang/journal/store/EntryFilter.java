package org.yichuang.journal.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * Which entries are looked for. A kind without a point means all kinds that begin with it: {@code case} is every
 * {@code case.…}.
 *
 * @param from first day, and {@code to} the last one, in the city's time
 */
public record EntryFilter(
        @Nullable String subject,
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    /** From what was typed; a day that is none is a problem that names the field. */
    public static EntryFilter of(String subject, String kind, String from, String to) {
        var errors = new ArrayList<Problem.FieldError>();
        LocalDate first = day("from", Text.of("从", "From"), from, errors);
        LocalDate last = day("to", Text.of("到", "To"), to, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(new Problem.FieldError("to", Text.of("最后一天早于第一天", "The last day is before the first")));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new EntryFilter(text(subject), text(kind), first, last);
    }

    private static @Nullable LocalDate day(String field, Text label, String typed, List<Problem.FieldError> errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Days.parse(typed);
        } catch (DateTimeParseException e) {
            errors.add(
                    new Problem.FieldError(field, Text.of("日期写成 2026-10-09 这样", "Write the day as 2026-10-09"), label));
            return null;
        }
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
        if (from != null) {
            all = all.and("at >= ?", from.atStartOfDay(CITY).toOffsetDateTime());
        }
        if (to != null) {
            all = all.and("at < ?", to.plusDays(1).atStartOfDay(CITY).toOffsetDateTime());
        }
        return all;
    }
}
