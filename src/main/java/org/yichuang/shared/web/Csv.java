package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yichuang.shared.Cells;
import org.yichuang.shared.Page;

/** A table of a page as a file (RFC 4180): UTF-8 with its mark, so that spreadsheets read Chinese; no cell is a formula. */
public final class Csv {
    private static final String TYPE = "text/csv;charset=UTF-8";

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

    /** A moment by the city's clock, to the minute, as pages show it. */
    public static String moment(Instant at) {
        return at.atZone(Ui.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A list of any length as a file: each page is sent before the next one is read, so that it is never whole in memory.
     *
     * @param name of the file, without its ending
     * @param page the page after this cursor; null: the first
     * @param line writes a row
     */
    public static <T> void send(
            HttpServletResponse response,
            String name,
            List<String> headings,
            Function<@Nullable String, Page<T>> page,
            BiConsumer<Csv, T> line)
            throws IOException {
        Csv csv = of(headings.toArray(String[]::new));
        Page<T> next = page.apply(null);
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved(name + ".csv"));
        while (true) {
            next.items().forEach(row -> line.accept(csv, row));
            response.getOutputStream().write(csv.bytes());
            csv.text.setLength(0);
            if (next.next() == null) {
                return;
            }
            // what fails from here on ends the connection, so that nobody takes the file for whole
            response.flushBuffer();
            next = page.apply(next.next());
        }
    }

    /** @param name of the file, without its ending */
    public ResponseEntity<byte[]> answer(String name) {
        return answer(bytes(), TYPE, name + ".csv");
    }

    /** A table that has been made a file already, of whatever type. */
    public static ResponseEntity<byte[]> answer(byte[] file, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(name))
                .body(file);
    }

    private static String saved(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
