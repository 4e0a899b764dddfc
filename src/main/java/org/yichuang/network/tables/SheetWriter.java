package org.yichuang.network.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Cells;

/** Writes a table as CSV (UTF-8 with a byte order mark, so that spreadsheets read the Chinese) or XLSX. */
public final class SheetWriter {
    private SheetWriter() {}

    static byte[] csv(Table table, List<@Nullable String[]> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(table.columns().stream().map(Column::name));
            for (@Nullable String[] row : rows) {
                printer.printRecord(Arrays.stream(row).map(Cells::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(Table table, List<@Nullable String[]> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Yichuang", "1.0")) {
            var sheet = workbook.newWorksheet(table.name());
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.value(0, column, table.columns().get(column).name());
                for (int row = 0; row < rows.size(); row++) {
                    String cell = rows.get(row)[column];
                    if (cell != null) {
                        sheet.value(row + 1, column, cell);
                    }
                }
            }
            sheet.freezePane(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
