package org.yichuang.network.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;

/** A table's file in a test's hands: a heading and rows of cells. */
record Sheets(List<List<String>> lines) {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Sheets read(byte[] file) {
        int width = SheetReader.read(file).lines().getFirst().cells().size();
        return new Sheets(SheetReader.read(file).lines().stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(line.cells());
                    while (cells.size() < width) {
                        cells.add("");
                    }
                    return List.copyOf(cells);
                })
                .toList());
    }

    List<List<String>> rows() {
        return lines.subList(1, lines.size());
    }

    /** With the first row's cells changed so, and a new row that is the first with other cells. */
    Sheets with(Map<String, String> changed, Map<String, String> added) {
        List<List<String>> all = new ArrayList<>(rows());
        List<String> first = all.getFirst();
        all.set(0, cells(first, changed));
        all.add(cells(first, added));
        all.sort(Comparator.comparing(List::getFirst));
        all.addFirst(lines.getFirst());
        return new Sheets(List.copyOf(all));
    }

    private List<String> cells(List<String> row, Map<String, String> other) {
        List<String> cells = new ArrayList<>(row);
        other.forEach((column, value) -> cells.set(lines.getFirst().indexOf(column), value));
        return List.copyOf(cells);
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx() {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("sheet");
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
