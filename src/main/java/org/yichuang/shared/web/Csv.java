package org.yichuang.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yichuang.shared.Cells;

/** A table of a page as a file: UTF-8 with its mark, so that spreadsheets read Chinese; no cell is a formula. */
public final class Csv {
    private final List<String> lines = new ArrayList<>();

    private Csv() {}

    /** Begins with a line of headings. */
    public static Csv of(String... headings) {
        return new Csv().row(headings);
    }

    public Csv row(String... cells) {
        lines.add(List.of(cells).stream().map(Csv::cell).collect(Collectors.joining(",")));
        return this;
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> answer(String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String value) {
        return "\"" + Cells.harmless(value).replace("\"", "\"\"") + "\"";
    }
}
