package org.yichuang.casework.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yichuang.calendar.DayLedger;
import org.yichuang.shared.Cells;

/** The ledger of days as a file. */
public final class ExplainCsv {
    private ExplainCsv() {}

    /** With a byte order mark, so that a spreadsheet reads the Chinese. */
    public static ResponseEntity<byte[]> of(ExplainPage page) {
        var csv = new StringBuilder("\uFEFFfrom,to,counted,计不计,why,为什么\r\n");
        if (page.story() != null) {
            for (DayLedger.Row row : page.story().ledger()) {
                csv.append(row.from()).append(',').append(row.to()).append(',');
                csv.append(quoted(row.count().en()))
                        .append(',')
                        .append(quoted(row.count().zh()))
                        .append(',');
                csv.append(quoted(row.reason().en()))
                        .append(',')
                        .append(quoted(row.reason().zh()))
                        .append("\r\n");
            }
        }
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

    private static String quoted(String value) {
        return '"' + Cells.harmless(value).replace("\"", "\"\"") + '"';
    }
}
