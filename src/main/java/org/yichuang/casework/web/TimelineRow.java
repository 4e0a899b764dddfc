package org.yichuang.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.shared.Text;

/**
 * One line of a case's timeline.
 *
 * @param css how its mark and the rail below it are drawn: is-next, is-now, is-paused
 * @param at null for what is still to come
 * @param when of what is still to come the day in words; blank where there is {@code at}
 * @param by who; blank when it need not be said
 */
public record TimelineRow(String css, @Nullable Instant at, Text when, Text title, Text detail, Text by) {
    private static final Text NOTHING = Text.of("", "");

    /** What is expected to come, with the day by which. */
    public static TimelineRow next(Text when, Text title, Text detail) {
        return new TimelineRow("is-next", null, when, title, detail, NOTHING);
    }

    /**
     * Newest first, what is to come on top.
     *
     * @param entries oldest first
     */
    public static List<TimelineRow> of(List<TimelineEntry> entries, @Nullable TimelineRow next) {
        var rows = new ArrayList<TimelineRow>();
        boolean paused = false;
        for (int i = 0; i < entries.size(); i++) {
            TimelineEntry entry = entries.get(i);
            rows.add(row(entry, i == entries.size() - 1, paused));
            paused = entry.kind().equals("case.paused")
                    || (paused && !entry.kind().equals("case.resumed"));
        }
        if (next != null) {
            rows.add(paused ? next.with("is-next is-paused") : next);
        }
        return rows.reversed();
    }

    private static TimelineRow row(TimelineEntry entry, boolean last, boolean paused) {
        String css = ((last ? "is-now" : "") + (paused ? " is-paused" : "")).strip();
        return new TimelineRow(css, entry.at(), NOTHING, entry.title(), entry.detail(), entry.by());
    }

    private TimelineRow with(String css) {
        return new TimelineRow(css, at, when, title, detail, by);
    }
}
