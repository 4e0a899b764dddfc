package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/** Acceptance: the clocks begin, the first steps open. */
final class Begin {
    private Begin() {}

    static void clocks(Course course, Instant start, boolean deemed) {
        ItemVersion item = course.at.item();
        Instant receipt = item.fromReceipt() ? course.file().intake().receivedAt() : null;
        var clocks = new Clocks(start, receipt, deemed, item.promise(), item.statute(), List.of(), null, false);
        course.change(file -> file.with(Steps.begin(item.procedure())));
        ReviewActs.recount(course, clocks);
    }

    static Map<String, Object> payload(Course course) {
        Clocks clocks = course.file().running();
        Dues dues = course.file().dues();
        return Payload.of("start", clocks.start())
                .and("promise", text(clocks.promise()))
                .and("statute", text(clocks.statute()))
                .and("promiseDue", dues.promise())
                .and("statuteDue", dues.statute())
                .map();
    }

    static Letter letter(Course course, LetterKind kind) {
        return letter(course, kind, List.of());
    }

    /** @param first stands before the limits */
    static Letter letter(Course course, LetterKind kind, List<Row> first) {
        Clocks clocks = course.file().running();
        var rows = new ArrayList<Row>(first);
        if (clocks.promise() != null) {
            rows.add(new Row("承诺办结期限", clocks.promise().text().zh()));
        }
        if (clocks.statute() != null) {
            String from = clocks.receipt() == null ? "" : "（自收到材料之日起）";
            rows.add(new Row("法定办结期限", clocks.statute().text().zh() + from));
        }
        rows.addAll(ReviewActs.ends(course, false));
        return course.letter(kind, rows, List.of());
    }

    private static @Nullable String text(@Nullable Limit limit) {
        return limit == null ? null : limit.amount() + " " + limit.unit();
    }
}
