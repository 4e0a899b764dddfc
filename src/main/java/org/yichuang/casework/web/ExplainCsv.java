package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yichuang.calendar.DayLedger;
import org.yichuang.calendar.LimitStory;
import org.yichuang.shared.Cells;
import org.yichuang.shared.Text;

/** The ledgers of days as a file, one after the other where two limits count from different days. */
public final class ExplainCsv {
    private ExplainCsv() {}

    /** With a byte order mark, so that a spreadsheet reads the Chinese. */
    public static ResponseEntity<byte[]> of(ExplainPage page) {
        var csv = new StringBuilder("\uFEFFfrom,to,counted,计不计,why,为什么,limit,时限\r\n");
        Stream.of(Optional.ofNullable(page.story()), Optional.ofNullable(page.beside()))
                .flatMap(Optional::stream)
                .forEach(story -> days(csv, story));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(page.number() + "-explain.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void days(StringBuilder csv, LimitStory story) {
        Text name = requireNonNull(story.name());
        for (DayLedger.Row row : story.ledger()) {
            csv.append(row.from()).append(',').append(row.to());
            for (Text cell : List.of(row.count(), row.reason(), name)) {
                csv.append(',').append(quoted(cell.en())).append(',').append(quoted(cell.zh()));
            }
            csv.append("\r\n");
        }
    }

    private static String quoted(String value) {
        return '"' + Cells.harmless(value).replace("\"", "\"\"") + '"';
    }
}
