package org.yichuang.network.web;

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

/** A page's table as a file, with a byte order mark, so that a spreadsheet reads the Chinese. */
final class CsvFile {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    CsvFile(String... heading) {
        row((Object[]) heading);
    }

    void row(@Nullable Object... cells) {
        try {
            CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(Arrays.stream(cells).map(cell -> cell == null ? "" : Cells.harmless("" + cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResponseEntity<byte[]> saved(String name) {
        return saved(text.toString().getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", name);
    }

    static ResponseEntity<byte[]> saved(byte[] file, String type, String name) {
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
