package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.yichuang.calendar.LimitStory;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Csv;

/** The ledgers of days as a file, one after the other where two limits count from different days. */
public final class ExplainCsv {
    private ExplainCsv() {}

    public static ResponseEntity<byte[]> of(ExplainPage page) {
        var csv = Csv.of("from", "to", "counted", "计不计", "why", "为什么", "limit", "时限");
        Stream.of(Optional.ofNullable(page.story()), Optional.ofNullable(page.beside()))
                .flatMap(Optional::stream)
                .forEach(story -> days(csv, story));
        return csv.answer(page.number() + "-explain");
    }

    private static void days(Csv csv, LimitStory story) {
        Text name = requireNonNull(story.name());
        story.ledger()
                .forEach(row -> csv.row(
                        row.from(),
                        row.to(),
                        row.count().en(),
                        row.count().zh(),
                        row.reason().en(),
                        row.reason().zh(),
                        name.en(),
                        name.zh()));
    }
}
