package org.yichuang.network.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Cells;
import org.yichuang.shared.Digest;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;

/** Reads an uploaded CSV (UTF-8) or XLSX file; what it cannot read for certain it refuses and says why. */
public final class SheetReader {
    private static final int MAX_LINES = 50_000;
    private static final int MAX_CELLS = 64;
    static final int MAX_CELL = 2_000;
    private static final int MAX_DIGITS = 40;
    /** Spreadsheets allow no longer one. */
    private static final int LONGEST_SHEET_NAME = 31;

    /**
     * The formats of dates that a file does not write out (ECMA-376 part 1, 18.8.30): everywhere, and from 27 on those of
     * Chinese Excel, 2026年10月1日. Those between them are times of the day.
     */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    /** A day, with the time of the day behind the point. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}(\\.\\d{1,20})?");

    private SheetReader() {}

    public static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw wrong("文件是空的", "The file is empty");
        }
        if (file.length > PlainFile.MAX_BYTES) {
            throw Problem.fileTooLarge();
        }
        List<Sheet.Line> lines = zip(file) ? xlsx(file) : csv(PlainFile.csv(file));
        if (lines.isEmpty()) {
            throw wrong("文件里没有一行数据", "There is no row in the file");
        }
        return new Sheet(lines, Digest.hex(file));
    }

    private static boolean zip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<Sheet.Line> csv(String text) {
        List<Sheet.Line> lines = new ArrayList<>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            int number = 1;
            for (CSVRecord row : parser) {
                add(lines, number, row.stream().map(Cells::plain).toList());
                number = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            throw wrong(
                    "第 " + (lines.isEmpty() ? 1 : lines.getLast().number() + 1) + " 行之后引号不成对",
                    "Quotation marks do not match after line "
                            + (lines.isEmpty() ? 1 : lines.getLast().number() + 1));
        }
        return lines;
    }

    private static void add(List<Sheet.Line> lines, int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (lines.size() >= MAX_LINES) {
            throw wrong("一次最多 " + MAX_LINES + " 行", "At most " + MAX_LINES + " rows at a time");
        }
        if (cells.size() > MAX_CELLS || cells.stream().anyMatch(cell -> cell.length() > MAX_CELL)) {
            throw tooLong(number);
        }
        lines.add(new Sheet.Line(number, cells));
    }

    private static Problem tooLong(int line) {
        return wrong("第 " + line + " 行太长", "Line " + line + " is too long");
    }

    private static List<Sheet.Line> xlsx(byte[] file) {
        List<Sheet.Line> lines = new ArrayList<>();
        try {
            WorkbookCheck.check(file);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
                    var rows = workbook.getFirstSheet().openStream()) {
                rows.forEach(row -> add(lines, row.getRowNum(), cells(row)));
                for (var further : workbook.getSheets().skip(1).toList()) {
                    refuseFilled(further);
                }
            }
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw wrong(
                    "XLSX 文件损坏，或者不是普通的 xlsx，读不出来：请用表格软件另存为 xlsx，或者存成“CSV UTF-8”",
                    "The XLSX file is damaged, or is of an unusual kind: save it from a spreadsheet program as a plain xlsx,"
                            + " or as CSV UTF-8");
        }
        return lines;
    }

    /** Only the first sheet is read: what stands in another one, also a hidden one, would be left out without a word. */
    private static void refuseFilled(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            if (rows.flatMap(Row::stream).anyMatch(SheetReader::filled)) {
                String name =
                        sheet.getName().substring(0, Math.min(sheet.getName().length(), LONGEST_SHEET_NAME));
                throw wrong(
                        "只读第一张表，“" + name + "”里还有内容：请一张表一个文件",
                        "Only the first sheet is read, and “" + name + "” is not empty: one sheet a file, please");
            }
        }
    }

    private static boolean filled(@Nullable Cell cell) {
        return cell != null
                && cell.getType() != CellType.EMPTY
                && !cell.getText().isBlank();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        row.stream().filter(Objects::nonNull).forEach(cell -> {
            String text = text(cell);
            if (!text.isEmpty()) {
                put(cells, cell.getColumnIndex(), text, row.getRowNum());
            }
        });
        return cells;
    }

    private static void put(List<String> cells, int column, String text, int line) {
        if (column >= MAX_CELLS) {
            throw tooLong(line);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return dated(cell) ? cell.asDate().toLocalDate().toString() : number(cell);
        }
        if (cell.getType() == CellType.FORMULA) {
            return computed(cell);
        }
        if (cell.getType() == CellType.STRING) {
            return Objects.requireNonNullElse(cell.asString(), "");
        }
        return value(cell, Objects.requireNonNullElse(cell.getRawValue(), ""));
    }

    /** What a formula came to when the workbook was last saved; a program may have written it without computing it. */
    private static String computed(Cell cell) {
        String value = cell.getRawValue();
        if (value == null) {
            throw wrong(
                    "单元格 " + cell.getAddress() + " 的公式没有结果：请用表格软件打开、保存一次再导入；要空着就删掉公式",
                    "The formula in cell " + cell.getAddress()
                            + " has no result: open the file in a spreadsheet and save it first; to leave the cell"
                            + " empty, remove the formula");
        }
        return dated(cell) && NUMBER.matcher(value).matches()
                ? cell.asDate().toLocalDate().toString()
                : value(cell, value);
    }

    private static String value(Cell cell, String value) {
        if (value.startsWith("#")) {
            String where = cell.getAddress() + " " + value;
            throw wrong("单元格 " + where + " 算不出来", "Cell " + where + " cannot be computed");
        }
        return value;
    }

    /** Written out, so never one that would fill the memory: 1E999999999 has a billion digits. */
    private static String number(Cell cell) {
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            throw wrong(
                    "单元格 " + cell.getAddress() + " 的数太长", "The number in cell " + cell.getAddress() + " is too long");
        }
        return number.toPlainString();
    }

    /** A number that the sheet shows as a date. */
    private static boolean dated(Cell cell) {
        Integer format = cell.getDataFormatId();
        String written = cell.getDataFormatString();
        return (format != null && DATES.contains(format))
                || (written != null && written.toLowerCase(Locale.ROOT).contains("yy"));
    }

    static Problem wrong(String zh, String en) {
        return Problem.invalid("file", zh, en);
    }
}
