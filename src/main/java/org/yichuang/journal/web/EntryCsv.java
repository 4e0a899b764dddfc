package org.yichuang.journal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Cells;

/** Entries as CSV, with the names of the database's columns, for a verification by other means. */
final class EntryCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(Journal.INSERT_COLUMNS.split(", "))
            .get();

    private final CSVPrinter csv;

    EntryCsv(Writer out) throws IOException {
        out.write('\ufeff'); // spreadsheets take it for UTF-8 only so
        csv = new CSVPrinter(out, FORMAT);
    }

    void write(Entry entry) {
        try {
            csv.printRecord(Arrays.stream(Journal.values(entry)).map(EntryCsv::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object text(Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case String text -> Cells.harmless(text);
            default -> value;
        };
    }
}
