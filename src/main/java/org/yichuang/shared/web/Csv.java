package org.yichuang.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yichuang.shared.Cells;

/** A table of a page as a file (RFC 4180): UTF-8 with its mark, so that spreadsheets read Chinese; no cell is a formula. */
public final class Csv {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    private Csv() {}

    /** Begins with a line of headings. */
    public static Csv of(String... headings) {
        return new Csv().row((Object[]) headings);
    }

    /** @param cells written as their text; null: an empty cell */
    public Csv row(@Nullable Object... cells) {
        try {
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(Arrays.stream(cells).map(cell -> cell == null ? "" : Cells.harmless("" + cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> answer(String name) {
        return answer(bytes(), "text/csv;charset=UTF-8", name + ".csv");
    }

    /** A table that has been made a file already, of whatever type. */
    public static ResponseEntity<byte[]> answer(byte[] file, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
