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
        @Schema(description = "The event it counts from, in the city's time (+08:00)")
        OffsetDateTime start,

        @Schema(description = "The limit that was asked for")
        LimitDto limit,

        @Schema(description = "What is added to the limit; null: nothing") @Nullable
        LimitDto extension,

        @Schema(description = "None while a pause is open, and when a year is not known") @Nullable
        OffsetDateTime due,

        @Schema(
                description = "When it will end if an open pause ends as expected; null: none is open, or that is not "
                        + "known")
        @Nullable
        OffsetDateTime projected,

        @Schema(description = "The instant at which `left` is told, in the city's time (+08:00)")
        OffsetDateTime now,

        @Schema(description = "What is left at `now`; null: a year is not known") @Nullable
        Left left,

        @Schema(
                description = "From the day of the event to the due day; while a pause is open to the projected one, as"
                        + " far as it is known, else to today; none left out. Empty where one of their years is"
                        + " not known")
        List<Day> days,

        @Schema(description = "The days by what became of them; null where `days` is empty") @Nullable
        DaySums sums,

        @Schema(description = "The year that would have to be known to answer; null: all are") @Nullable
        Unknown unknownYear) {

    record LimitDto(
            @Schema(description = "How many of the unit; 0 is on the spot")
            int amount,

            @Schema(description = "What is counted") Limit.Unit unit,

            @Schema(description = "How long in words, in Chinese")
            String text,

            @Schema(description = "How long in words, in English: 5 working days")
            String textEn) {
        static LimitDto of(Limit limit) {
            return new LimitDto(
                    limit.amount(),
                    limit.unit(),
                    limit.text().zh(),
                    limit.text().en());
        }
    }

    record Left(
            @Schema(description = "How the clock stands") State state,

            @Schema(
                    description = "Working days left; while OVERDUE, over; while PAUSED, which working day of the pause"
                            + " this is")
            int workingDays,

            @Schema(description = "Office time left or over, in minutes; none while PAUSED") @Nullable
            Long minutes) {
        enum State {
            RUNNING,
            OVERDUE,
            PAUSED
        }
    }

    record Day(
            @Schema(description = "A day of the city") LocalDate date,

            @Schema(description = "What became of the day") ExplainedDay.Treatment treatment,

            @Schema(description = "Which counted day it is; 0 when it does not count")
            int number,

            @Schema(description = "The limit counts it: its treatment is COUNTED")
            boolean counted,

            @Schema(description = "Why it counts or does not, in Chinese")
            String reason,

            @Schema(description = "The same in English") String reasonEn) {
        static Day of(ExplainedDay day) {
            return new Day(
                    day.date(),
                    day.treatment(),
                    day.number(),
                    day.counted(),
                    day.reason().zh(),
                    day.reason().en());
        }
    }

    /** A year whose official calendar is not in the system; nothing is guessed. */
    record Unknown(
            @Schema(description = "The year whose calendar is missing")
            int year,

            String detail,
            String detailEn) {
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
                new Left(
                        Left.State.RUNNING,
                        left.workingDays(),
                        left.workingTime().toMinutes());
            case Remaining.Overdue over ->
                new Left(
                        Left.State.OVERDUE,
                        over.workingDays(),
                        over.workingTime().toMinutes());
            case Remaining.Paused paused -> new Left(Left.State.PAUSED, paused.workingDay(), null);
            case UnknownYear unknown -> null;
        };
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(Ui.ZONE).toOffsetDateTime();
    }
}
