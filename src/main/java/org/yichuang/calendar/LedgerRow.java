package org.yichuang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** Says a row of the day ledger. */
final class LedgerRow {
    private static final Text NOT_COUNTED = Text.of("不计", "Not counted");
    private static final Text TODAY = Text.of("今天", "today");
    private static final Text RESUMED = Text.of("恢复计时", "The clock resumes");
    private static final Text AND_RESUMED = Text.of("恢复计时", "the clock resumes");
    private static final Text STATUTE_ONLY = Text.of("只对法定时限计", "Counts for the statute only");

    private LedgerRow() {}

    /** One row of days that belong together; it bears its year where that of the day before it is another. */
    static DayLedger.Row of(List<ToldDay> days, LocalDate before, Text event) {
        ToldDay first = days.getFirst();
        ToldDay last = days.getLast();
        boolean counts = first.day().counted();
        return new DayLedger.Row(
                first.day().date(),
                last.day().date(),
                Days.range(first.day().date(), last.day().date(), before),
                counts ? count(first, last) : NOT_COUNTED,
                counts ? counted(first) : skipped(first, days, event),
                counts,
                last.end() != null);
    }

    private static Text count(ToldDay first, ToldDay last) {
        if (!first.unit().inDays()) {
            return Days.length(first.day().time());
        }
        int from = first.day().number();
        int to = last.day().number();
        return from == to
                ? Text.of("第 " + from + " 天", "Day " + from)
                : Text.of("第 " + from + "–" + to + " 天", "Days " + from + "–" + to);
    }

    private static Text counted(ToldDay day) {
        var parts = new ArrayList<Text>();
        if (day.day().makeUp() && !day.statuteOnly()) {
            parts.add(day.day().reason());
        }
        if (day.end() != null) {
            parts.add(due(day.end()));
        } else if (day.statuteOnly()) {
            parts.add(STATUTE_ONLY);
        } else if (day.resumed()) {
            parts.add(parts.isEmpty() ? RESUMED : AND_RESUMED);
        } else if (parts.isEmpty()) {
            parts.add(day.day().reason());
        }
        return withToday(parts, day);
    }

    private static Text skipped(ToldDay day, List<ToldDay> days, Text event) {
        var parts = new ArrayList<Text>();
        Text reason = day.day().reason();
        switch (day.day().treatment()) {
            case EVENT -> parts.add(Text.of(event.zh() + reason.zh(), event.en() + ". " + reason.en()));
            case PAUSED -> parts.add(paused(day, days.size()));
            default -> parts.add(reason);
        }
        if (day.end() != null) {
            parts.add(due(day.end()));
        }
        return days.size() == 1 ? withToday(parts, day) : join(parts);
    }

    private static Text paused(ToldDay day, int days) {
        Text reason = day.day().reason();
        if (!day.unit().inDays()) {
            return reason;
        }
        Text length = day.unit().text(days);
        return Text.of(reason.zh() + " " + length.zh(), reason.en() + ", " + length.en());
    }

    private static Text due(ToldDay.Ends end) {
        return Text.of(end.words().zh() + "，" + end.time(), end.words().en() + ", " + end.time());
    }

    private static Text withToday(List<Text> parts, ToldDay day) {
        if (day.today()) {
            parts.add(TODAY);
        }
        return join(parts);
    }

    private static Text join(List<Text> parts) {
        return parts.stream().collect(Text.joining("，", ", "));
    }
}
