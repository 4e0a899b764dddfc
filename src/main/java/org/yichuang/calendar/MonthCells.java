package org.yichuang.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.MonthGrid.Cell;
import org.yichuang.shared.Text;

/** Makes the cells of a month. */
record MonthCells(Map<LocalDate, ToldDay> told, LocalDate today, Text event) {
    private static final Cell NONE = new Cell(null, "none", 0, null, null);

    Cell of(LocalDate date, YearMonth month) {
        if (!YearMonth.from(date).equals(month)) {
            return NONE;
        }
        ToldDay day = told.get(date);
        if (day != null) {
            return new Cell(date, css(day), number(day), word(day), caption(day));
        }
        boolean now = date.equals(today);
        return new Cell(date, now ? "far today" : "far", 0, null, now ? Text.of("今天", "Today") : null);
    }

    private String css(ToldDay day) {
        String fate = switch (day.day().treatment()) {
            case EVENT -> "start";
            case COUNTED -> counted(day);
            case REST, HOLIDAY -> day.day().paused() ? "off inpause" : "off";
            case PAUSED -> "pause";
            case MOVED -> day.end() == null ? "off" : "moved";
            case OUTSIDE -> "off";
        };
        return fate + (day.today() ? " today" : "") + (day.end() == null ? "" : " due");
    }

    private String counted(ToldDay day) {
        boolean ahead = !day.day().date().isBefore(today);
        return "count" + (day.statuteOnly() ? " law" : "") + (ahead ? " ahead" : "");
    }

    private static int number(ToldDay day) {
        return day.unit().inDays() ? day.day().number() : 0;
    }

    private @Nullable Text word(ToldDay told) {
        ExplainedDay day = told.day();
        return switch (day.treatment()) {
            case EVENT -> event;
            case COUNTED -> told.unit().inDays() ? null : clock(day.time());
            case REST -> Text.of("休", "Rest");
            case HOLIDAY ->
                day.fact() == null ? Text.of("休", "Rest") : day.fact().shortHoliday();
            case PAUSED -> Text.of("中止", "Paused");
            case MOVED -> Text.of("顺延", "Moved");
            case OUTSIDE -> Text.of("不计", "None");
        };
    }

    /** 3:15, as short as a cell needs it. */
    private static Text clock(Duration time) {
        return Text.same(String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart()));
    }

    private static @Nullable Text caption(ToldDay day) {
        if (day.end() != null) {
            return day.today() ? Text.of("今天到期", "Due today") : day.end().brief();
        }
        if (day.today()) {
            return Text.of("今天", "Today");
        }
        return day.day().counted() && day.day().makeUp() && !day.statuteOnly() ? Text.of("调休上班", "Make-up") : null;
    }
}
