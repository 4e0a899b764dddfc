package org.yichuang.catalogue.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Department;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * A list of items as other catalogues export it, read into drafts: {@code name} and {@code item_code} have to be there;
 * {@code department} (our key, or its name) and {@code task_type} (number or words) may be; other columns are left
 * aside. What such a list does not say, the quality rules will ask for.
 */
@Component
public class ItemCsv {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ERRORS = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final String NAME = "name";
    private static final String CODE = "item_code";
    private static final String DEPARTMENT = "department";
    private static final String TYPE = "task_type";
    private static final Set<String> READ = Set.of(NAME, CODE, DEPARTMENT, TYPE);
    private static final char BOM = '\uFEFF';
    /** The provinces' numbers of {@code task_type}; the national ones stand in {@link ItemType}. */
    private static final Map<String, ItemType> TYPES = Map.of(
            "1", ItemType.LICENCE,
            "5", ItemType.PAYMENT,
            "7", ItemType.CONFIRMATION,
            "8", ItemType.REWARD,
            "9", ItemType.RULING,
            "10", ItemType.OTHER_POWER,
            "20", ItemType.PUBLIC_SERVICE);

    private final Network network;

    /**
     * What came of a list.
     *
     * @param unreadColumns which columns were left aside
     * @param unknownDepartments what stands in a draft for its department and is none of the city's, and how often
     * @param withoutType how many name no type, and are taken for public services
     */
    public record Drafts(
            List<ItemVersion> items,
            List<String> unreadColumns,
            Map<String, Integer> unknownDepartments,
            int withoutType) {}

    ItemCsv(Network network) {
        this.network = network;
    }

    /**
     * One draft a row; empty rows are passed over.
     *
     * @param known whether the catalogue has an item of this code
     * @throws Problem 422 that names every bad row by its line in the file, with the reason
     */
    public Drafts read(String csv, Predicate<String> known) {
        String content = !csv.isEmpty() && csv.charAt(0) == BOM ? csv.substring(1) : csv;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        try (CSVParser parser = format.parse(new StringReader(content))) {
            requireColumns(parser.getHeaderNames());
            List<String> unread = parser.getHeaderNames().stream()
                    .filter(column -> !column.isEmpty() && !READ.contains(column))
                    .toList();
            return rows(parser, known, unread);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.invalid("file", "不是能读的 CSV 文件", "This is not a CSV file that can be read");
        }
    }

    private static void requireColumns(List<String> columns) {
        var seen = new HashSet<String>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw Problem.invalid("file", "表头里有两个 " + column, "The column " + column + " stands twice");
            }
        }
        for (String needed : List.of(NAME, CODE)) {
            if (!columns.contains(needed)) {
                throw Problem.invalid("file", "缺少 " + needed + " 这一列", "The column " + needed + " is missing");
            }
        }
    }

    private Drafts rows(CSVParser parser, Predicate<String> known, List<String> unread) {
        int withoutType = 0;
        List<ItemVersion> drafts = new ArrayList<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Iterator<CSVRecord> rows = parser.iterator();
        long line = parser.getCurrentLineNumber() + 1;
        for (; more(rows, line); line = parser.getCurrentLineNumber() + 1) {
            CSVRecord row = rows.next();
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            Text wrong = row.getRecordNumber() > MOST_ROWS
                    ? Text.of("超过 2 万行", "more than 20,000 rows")
                    : wrong(row, codes, known);
            if (wrong == null) {
                drafts.add(draft(row));
                withoutType += value(row, TYPE).isEmpty() ? 1 : 0;
            } else {
                errors.add(new Problem.FieldError(
                        "file", Text.of("第 " + line + " 行：" + wrong.zh(), "Line " + line + ": " + wrong.en())));
            }
            if (row.getRecordNumber() > MOST_ROWS) {
                break;
            }
        }
        Problem.ifAny(errors, MOST_ERRORS);
        if (drafts.isEmpty()) {
            throw Problem.invalid("file", "文件里没有事项", "There are no items in the file");
        }
        return new Drafts(drafts, unread, unknownDepartments(drafts), withoutType);
    }

    private Map<String, Integer> unknownDepartments(List<ItemVersion> drafts) {
        Map<String, Integer> unknown = new LinkedHashMap<>();
        drafts.stream()
                .map(ItemVersion::department)
                .filter(department -> network.department(department).isEmpty())
                .forEach(department -> unknown.merge(department, 1, Integer::sum));
        return unknown;
    }

    /** Whether there is a row that begins in this line. */
    private static boolean more(Iterator<CSVRecord> rows, long line) {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw Problem.invalid(
                    "file", "从第 " + line + " 行起引号不成对", "From line " + line + " on, quotation marks do not match");
        }
    }

    private static @Nullable Text wrong(CSVRecord row, Set<String> codes, Predicate<String> known) {
        Text name = name(row);
        String code = value(row, CODE);
        String type = value(row, TYPE);
        if (!row.isConsistent()) {
            return Text.of("列数和表头不一样", "it has not as many columns as the header");
        }
        if (name.zh().isEmpty() || name.zh().length() > LONGEST_NAME) {
            return Text.of("name 是空的，或超过 200 字", "name is empty or longer than 200 characters");
        }
        if (!Shorthand.text(Shorthand.write(name)).equals(name)) {
            return Text.of("name 里不能有两边带空格的竖线", "name cannot have a bar with spaces beside it");
        }
        if (!ItemText.CODE.matcher(code).matches()) {
            return Text.of("item_code 要用字母、数字、下划线和短横，最多 100 个", "item_code takes up to 100 letters, digits, _ and -");
        }
        if (!codes.add(code)) {
            return Text.of("item_code 在文件里重复", "its item_code is in the file twice");
        }
        if (known.test(code)) {
            return Text.of(code + " 目录里已经有了", code + " is in the catalogue already");
        }
        if (!type.isEmpty() && type(type) == null) {
            return Text.of("task_type 不认识：" + type, "task_type is unknown: " + type);
        }
        return null;
    }

    private ItemVersion draft(CSVRecord row) {
        ItemType type = type(value(row, TYPE));
        return ItemVersion.blank(
                value(row, CODE),
                name(row),
                type == null ? ItemType.PUBLIC_SERVICE : type,
                department(value(row, DEPARTMENT)),
                List.of(Tier.DISTRICT));
    }

    /** In Chinese, on one line. */
    private static Text name(CSVRecord row) {
        return Text.of(value(row, NAME).replaceAll("\\s*\\R\\s*", " ").strip(), "");
    }

    private static @Nullable ItemType type(String written) {
        for (ItemType type : ItemType.values()) {
            if (type.text().zh().equals(written) || type.name().equals(written.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        return TYPES.get(written);
    }

    /** Our key for a department that is named as we name it; otherwise the name as it stands, for somebody to settle. */
    private String department(String written) {
        return network.departments().stream()
                .filter(known ->
                        known.key().equals(written) || known.name().zh().equals(written))
                .map(Department::key)
                .findFirst()
                .orElse(written);
    }

    private static String value(CSVRecord row, String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
    }
}
