package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When an office is open on a working day: whole minutes, in order, none touching the next. */
public record OfficeHours(List<Opening> openings) {
    /** 8:45–12:00 and 13:30–17:00, the hours of Hangzhou's windows. */
    public static final OfficeHours DEFAULT = of(
            new Opening(LocalTime.of(8, 45), LocalTime.NOON), new Opening(LocalTime.of(13, 30), LocalTime.of(17, 0)));

    /** Open from {@code from} until {@code to}. */
    public record Opening(
            @Schema(description = "Time of day in the city, to the minute")
            LocalTime from,

            @Schema(description = "Time of day in the city, after `from`")
            LocalTime to) {
        /** @throws IllegalArgumentException when it ends before it begins, or a time has seconds */
        public Opening {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("An opening ends after it begins: " + from + "–" + to);
            }
            if (!whole(from) || !whole(to)) {
                throw new IllegalArgumentException("An opening begins and ends on a whole minute: " + from + "–" + to);
            }
        }

        private static boolean whole(LocalTime time) {
            return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
        }

        int minutes() {
            return minute(to) - minute(from);
        }
    }

    /** @throws IllegalArgumentException when there is no opening, or one begins before the last has ended */
    public OfficeHours {
        openings = List.copyOf(openings);
        if (openings.isEmpty()) {
            throw new IllegalArgumentException("An office is open at least once a day");
        }
        for (int i = 1; i < openings.size(); i++) {
            if (!openings.get(i - 1).to().isBefore(openings.get(i).from())) {
                throw new IllegalArgumentException("Openings are in order and apart: " + openings);
            }
        }
    }

    public static OfficeHours of(Opening... openings) {
        return new OfficeHours(List.of(openings));
    }

    /** The close of office hours, at which a day's limits end. */
    public LocalTime closes() {
        return openings.getLast().to();
    }

    /** Office time of a whole working day, in minutes. */
    public int minutesADay() {
        return openings.stream().mapToInt(Opening::minutes).sum();
    }

    /** Office minutes that have passed when the day is {@code minute} minutes old. */
    int passed(int minute) {
        int passed = 0;
        for (Opening opening : openings) {
            passed += Math.clamp(minute - minute(opening.from()), 0, opening.minutes());
        }
        return passed;
    }

    /** How old the day is, in minutes, as soon as {@code passed} office minutes (at least 1) have passed. */
    int minuteAt(int passed) {
        int left = passed;
        for (Opening opening : openings) {
            if (left <= opening.minutes()) {
                return minute(opening.from()) + left;
            }
            left -= opening.minutes();
        }
        throw new IllegalArgumentException("A working day has " + minutesADay() + " office minutes, not " + passed);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
