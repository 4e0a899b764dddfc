package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/** How long something may take. The unit is part of the limit: 20 working days are not 20 days (AL 82). */
public record Limit(
        @Schema(description = "0 is on the spot: by the close of office hours of the day")
        int amount,

        @Schema(description = "20 working days are not 20 days")
        Unit unit) {
    public enum Unit {
        /** 工作日: legal holidays and weekends out, make-up workdays in. */
        WORKING_DAY("个工作日", "working day"),
        /** 日历日, 自然日: every day; a last day on a rest day moves on. */
        CALENDAR_DAY("个自然日", "calendar day"),
        /** Office time only, to the minute. */
        WORKING_HOUR("个工作小时", "working hour"),
        /** Time by the clock, day and night. */
        HOUR("小时", "hour");

        private final String zh;
        private final String en;

        Unit(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** Counts whole days; the event's own day is not one of them. */
        public boolean inDays() {
            return this == WORKING_DAY || this == CALENDAR_DAY;
        }

        /** Rest days do not count. */
        public boolean working() {
            return this == WORKING_DAY || this == WORKING_HOUR;
        }

        /** 5 个工作日, 5 working days. */
        public Text text(long amount) {
            Text noun = noun(amount);
            return Text.of(amount + " " + noun.zh(), amount + " " + noun.en());
        }

        /** 个工作日, working days: what stands after the amount. */
        public Text noun(long amount) {
            return Text.of(zh, amount == 1 ? en : en + "s");
        }
    }

    /** No law knows a longer one; it keeps every sum inside a long. */
    public static final int MAX = 100_000;

    /** @throws IllegalArgumentException when the amount is negative or more than {@link #MAX} */
    public Limit {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("A limit is 0 to " + MAX + ", not " + amount);
        }
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, Unit.WORKING_DAY);
    }

    public boolean onTheSpot() {
        return amount == 0;
    }

    /** 5 个工作日, 5 working days; 0 is 当场办结, on the spot. */
    public Text text() {
        return onTheSpot() ? Text.of("当场办结", "on the spot") : unit.text(amount);
    }
}
