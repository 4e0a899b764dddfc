package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DaySums;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.ExplainedDay;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.Remaining;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.network.limits.Limits;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/**
 * When a limit ends, and why.
 *
 * @param left what is left at {@code now}
 * @param days each day from the start to the end: counted or not, and why
 * @param unknownYear the year that would have to be known to answer
 */
record LimitAnswer(
        OffsetDateTime start,
        LimitDto limit,
        @Nullable LimitDto extension,

        @Schema(description = "None while a pause is open, and when a year is not known") @Nullable
        OffsetDateTime due,

        @Schema(description = "When it will end if an open pause ends as expected") @Nullable
        OffsetDateTime projected,

        OffsetDateTime now,
        @Nullable Left left,
        List<Day> days,
        @Nullable DaySums sums,
        @Nullable Unknown unknownYear) {

    record LimitDto(
            int amount,

            @Schema(allowableValues = {"WORKING_DAY", "CALENDAR_DAY", "WORKING_HOUR", "HOUR"})
            String unit,

            String text,
            String textEn) {
        static LimitDto of(Limit limit) {
            return new LimitDto(
                    limit.amount(),
                    limit.unit().name(),
                    limit.text().zh(),
                    limit.text().en());
        }
    }

    record Left(
            @Schema(allowableValues = {"RUNNING", "OVERDUE", "PAUSED"})
            String state,

            @Schema(
                    description = "Working days left; while OVERDUE, over; while PAUSED, which working day of the pause"
                            + " this is")
            int workingDays,

            @Schema(description = "Office time left or over, in minutes; none while PAUSED") @Nullable
            Long minutes) {}

    record Day(
            LocalDate date,

            @Schema(allowableValues = {"EVENT", "COUNTED", "REST", "HOLIDAY", "PAUSED", "MOVED", "OUTSIDE"})
            String treatment,

            @Schema(description = "Which counted day it is; 0 when it does not count")
            int number,

            boolean counted,
            String reason,
            String reasonEn) {
        static Day of(ExplainedDay day) {
            return new Day(
                    day.date(),
                    day.treatment().name(),
                    day.number(),
                    day.counted(),
                    day.reason().zh(),
                    day.reason().en());
        }
    }

    /** A year whose official calendar is not in the system; nothing is guessed. */
    record Unknown(int year, String detail, String detailEn) {
        static Unknown of(UnknownYear unknown) {
            Text text = unknown.text();
            return new Unknown(unknown.year(), text.zh(), text.en());
        }
    }

    static LimitAnswer of(Limits.Computed computed) {
        var explanation = computed.explained() instanceof Explanation known ? known : null;
        var extension = computed.clock().extension();
        return new LimitAnswer(
                local(computed.clock().start()),
                LimitDto.of(computed.clock().limit()),
                extension == null ? null : LimitDto.of(extension.limit()),
                computed.due() instanceof Due.At at ? local(at.instant()) : null,
                computed.due() instanceof Due.Paused paused && paused.projected() != null
                        ? local(paused.projected())
                        : null,
                local(computed.now()),
                left(computed.remaining()),
                explanation == null
                        ? List.of()
                        : explanation.days().stream().map(Day::of).toList(),
                explanation == null ? null : explanation.sums(),
                unknown(computed));
    }

    private static @Nullable Unknown unknown(Limits.Computed computed) {
        if (computed.due().unknownYear() != 0) {
            return Unknown.of(new UnknownYear(computed.due().unknownYear()));
        }
        if (computed.explained() instanceof UnknownYear year) {
            return Unknown.of(year);
        }
        return computed.remaining() instanceof UnknownYear year ? Unknown.of(year) : null;
    }

    private static @Nullable Left left(Remaining remaining) {
        return switch (remaining) {
            case Remaining.Left left ->
                new Left("RUNNING", left.workingDays(), left.workingTime().toMinutes());
            case Remaining.Overdue over ->
                new Left("OVERDUE", over.workingDays(), over.workingTime().toMinutes());
            case Remaining.Paused paused -> new Left("PAUSED", paused.workingDay(), null);
            case UnknownYear unknown -> null;
        };
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(Ui.ZONE).toOffsetDateTime();
    }
}
