package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds of every clock. */
@Domain(Clocks.class)
@Domain(DomainContext.Global.class)
class CountingPropertyTest {
    @Property
    void a_longer_limit_is_never_due_earlier(@ForAll LimitClock clock, @ForAll @IntRange(max = 30) int more) {
        // on the spot is due at the close of the day, which a limit of an hour may well precede
        Assume.that(clock.limit().unit().inDays() || clock.amount() > 0);
        var longer = new Limit(clock.limit().amount() + more, clock.limit().unit());
        assertThat(due(new LimitClock(clock.start(), longer, null, clock.pauses())))
                .isAfterOrEqualTo(due(clock));
    }

    @Property
    void an_extension_is_as_a_longer_limit(@ForAll LimitClock clock, @ForAll @IntRange(max = 30) int more) {
        Limit.Unit unit = clock.limit().unit();
        var longer = new Limit(clock.limit().amount() + more, unit);
        var extension = new Extension(new Limit(more, unit));
        assertThat(due(new LimitClock(clock.start(), clock.limit(), extension, clock.pauses())))
                .isEqualTo(due(new LimitClock(clock.start(), longer, null, clock.pauses())));
    }

    @Property
    void a_further_pause_never_makes_it_due_earlier(@ForAll LimitClock clock, @ForAll LimitClock other) {
        Duration shift = Duration.between(other.start(), clock.start());
        LimitClock more = clock;
        for (Pause pause : other.pauses()) {
            more = more.with(moved(pause, shift));
        }
        assertThat(due(more)).isAfterOrEqualTo(due(clock));
    }

    @Property
    void a_later_event_is_never_due_earlier(@ForAll LimitClock clock, @ForAll @IntRange(max = 100_000) int minutes) {
        Instant later = clock.start().plus(Duration.ofMinutes(minutes));
        assertThat(due(new LimitClock(later, clock.limit(), null, clock.pauses())))
                .isAfterOrEqualTo(due(clock));
    }

    @Property
    void it_is_never_due_before_the_event(@ForAll LimitClock clock) {
        // working hours count a begun minute
        assertThat(due(clock)).isAfterOrEqualTo(clock.start());
    }

    @Property
    void a_limit_of_days_is_never_due_on_a_rest_day(@ForAll LimitClock clock) {
        Assume.that(clock.limit().unit().inDays());
        LocalDate day = WorkingCalendar.dayOf(due(clock));
        assertThat(CALENDAR.works(day.toEpochDay())).isTrue();
        assertThat(due(clock)).isEqualTo(CALENDAR.closing(day));
    }

    @Property
    void the_order_of_pauses_does_not_matter(@ForAll LimitClock clock, @ForAll Random random) {
        var shuffled = new ArrayList<>(clock.pauses());
        Collections.shuffle(shuffled, random);
        assertThat(due(clock.with(shuffled))).isEqualTo(due(clock));
    }

    @Property
    void splitting_a_pause_changes_nothing(@ForAll LimitClock clock, @ForAll @IntRange(max = 1000) int permille) {
        LimitClock split = clock.with(clock.pauses().stream()
                .flatMap(pause -> split(pause, permille).stream())
                .toList());
        assertThat(due(split)).isEqualTo(due(clock));
        Instant now = clock.start().plus(Duration.ofDays(4));
        assertThat(split.remaining(CALENDAR, now)).isEqualTo(clock.remaining(CALENDAR, now));
        assertThat(days(split, now)).isEqualTo(days(clock, now));
        assertThat(Hangzhou.face(split, null, now, null)).isEqualTo(Hangzhou.face(clock, null, now, null));
    }

    @Property
    void splitting_an_open_pause_changes_nothing(@ForAll LimitClock clock, @ForAll @IntRange(max = 5000) int minutes) {
        Instant start = clock.start().plus(Duration.ofMinutes(1000));
        Instant cut = start.plus(Duration.ofMinutes(minutes));
        Instant expected = cut.plus(Duration.ofDays(3));
        LimitClock whole = clock.with(Pause.open(start, expected, Hangzhou.TESTING, "AL-45"));
        LimitClock split = clock.with(new Pause(start, cut, null, Hangzhou.TESTING, "AL-45", null))
                .with(Pause.open(cut, expected, Hangzhou.TESTING, "AL-45"));
        assertThat(split.due(CALENDAR)).isEqualTo(whole.due(CALENDAR));
        assertThat(split.with(Pause.open(cut, null, Hangzhou.TESTING, "AL-45")).due(CALENDAR))
                .isEqualTo(whole.with(Pause.open(cut, null, Hangzhou.TESTING, "AL-45"))
                        .due(CALENDAR));
    }

    @Property
    void the_days_explained_as_counted_are_the_limit(@ForAll LimitClock clock) {
        Explanation explanation = (Explanation) clock.explain(CALENDAR, clock.start());
        DaySums sums = explanation.sums();
        if (clock.limit().unit().inDays()) {
            assertThat(sums.counted()).isEqualTo(clock.limit().amount());
        } else {
            assertThat(sums.time()).isEqualTo(Duration.ofHours(clock.limit().amount()));
        }
        assertThat(sums.event() + sums.rest() + sums.paused() + sums.moved() + sums.outside() + sums.counted())
                .isEqualTo(sums.total())
                .isEqualTo(explanation.days().size());
        assertThat(explanation.firstDay()).isEqualTo(WorkingCalendar.dayOf(clock.start()));
        assertThat(explanation.lastDay()).isEqualTo(WorkingCalendar.dayOf(due(clock)));
    }

    @Property
    void the_days_left_are_the_days_still_to_be_counted(
            @ForAll LimitClock clock, @ForAll @IntRange(max = 60) int days) {
        Assume.that(clock.limit().unit() == Limit.Unit.WORKING_DAY && clock.amount() > 0);
        Instant now = clock.start().plus(Duration.ofDays(days));
        if (clock.remaining(CALENDAR, now) instanceof Remaining.Left left) {
            long ahead = days(clock, now).stream()
                    .filter(day -> day.counted() && day.date().isAfter(WorkingCalendar.dayOf(now)))
                    .count();
            assertThat(left.workingDays()).isEqualTo((int) ahead);
        }
    }

    @Property
    void days_are_counted_as_the_law_says_them(@ForAll LimitClock clock) {
        Assume.that(clock.limit().unit().inDays() && clock.amount() > 0);
        assertThat(WorkingCalendar.dayOf(due(clock))).isEqualTo(ByHand.lastDay(clock));
    }

    @Property(tries = 300)
    void hours_are_counted_as_the_law_says_them(@ForAll LimitClock clock) {
        Assume.that(!clock.limit().unit().inDays() && clock.amount() > 0);
        assertThat(due(clock)).isEqualTo(ByHand.lastMinute(clock));
    }

    private static Instant due(LimitClock clock) {
        return ((Due.At) clock.due(CALENDAR)).instant();
    }

    private static List<ExplainedDay> days(LimitClock clock, Instant now) {
        return ((Explanation) clock.explain(CALENDAR, now)).days();
    }

    private static Pause moved(Pause pause, Duration shift) {
        return new Pause(
                pause.start().plus(shift),
                pause.end() == null ? null : pause.end().plus(shift),
                null,
                pause.cause(),
                pause.article(),
                pause.approver());
    }

    private static List<Pause> split(Pause pause, int permille) {
        if (pause.end() == null) {
            return List.of(pause);
        }
        Instant cut = pause.start()
                .plus(Duration.between(pause.start(), pause.end())
                        .multipliedBy(permille)
                        .dividedBy(1000));
        return List.of(
                new Pause(pause.start(), cut, null, pause.cause(), pause.article(), null),
                new Pause(cut, pause.end(), null, pause.cause(), pause.article(), null));
    }
}
