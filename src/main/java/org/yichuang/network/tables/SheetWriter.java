package org.yichuang.network.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.web.Csv;

/** Writes a table as CSV or XLSX. */
final class SheetWriter {
    private SheetWriter() {}

    static byte[] csv(Table table, List<@Nullable String[]> rows) {
        Csv csv = Csv.of(table.columns().stream().map(Column::name).toArray(String[]::new));
        rows.forEach(row -> csv.row((Object[]) row));
        return csv.bytes();
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
