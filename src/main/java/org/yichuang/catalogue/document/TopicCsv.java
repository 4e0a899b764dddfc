package org.yichuang.catalogue.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Themes and life events as a table: {@code kind, key, name_zh, name_en, audience}, in the order of the pages. */
public final class TopicCsv {
    public static final List<String> COLUMNS = List.of("kind", "key", "name_zh", "name_en", "audience");
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 40;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private TopicCsv() {}

    /** @throws Problem 422 on {@code file} that names every bad row with its line and reason */
    public static List<Topic> read(String csv) {
        CSVFormat format = CSVFormat.RFC4180.builder().setTrim(true).get();
        try (CSVParser parser = format.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
            return rows(parser);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.invalid("file", "不是能读的 CSV 文件", "This is not a CSV file that can be read");
        }
    }

    private static List<Topic> rows(CSVParser parser) {
        List<Topic> topics = new ArrayList<>();
        List<Problem.FieldError> errors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Iterator<CSVRecord> rows = parser.iterator();
        requireColumns(rows.hasNext() ? rows.next().toList() : List.of());
        for (long before = parser.getCurrentLineNumber(); rows.hasNext(); before = parser.getCurrentLineNumber()) {
            CSVRecord row = rows.next();
            long line = before + 1;
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                wrong(row, names)
                        .map(why -> new Problem.FieldError(
                                "file", Text.of("第 " + line + " 行：" + why.zh(), "Line " + line + ": " + why.en())))
                        .ifPresentOrElse(errors::add, () -> topics.add(topic(row)));
            }
        }
        if (topics.size() > MOST) {
            throw Problem.invalid("file", "最多 " + MOST + " 个", "At most " + MOST + " topics");
        }
        Problem.ifAny(errors, MOST);
        if (topics.isEmpty()) {
            throw Problem.invalid("file", "文件里一个主题也没有", "There is no topic in the file");
        }
        return topics;
    }

    private static void requireColumns(List<String> columns) {
        if (!columns.equals(COLUMNS)) {
            String wanted = String.join(",", COLUMNS);
            throw Problem.invalid("file", "第一行要是 " + wanted, "The first line has to be " + wanted);
        }
    }

    private static Optional<Text> wrong(CSVRecord row, Set<String> names) {
        if (row.size() != COLUMNS.size()) {
            return Optional.of(Text.of("要有 " + COLUMNS.size() + " 格", "has to have " + COLUMNS.size() + " cells"));
        }
        return Stream.of(
                        choice(Topic.Kind.values(), row.get(0), COLUMNS.get(0)),
                        KEY.matcher(row.get(1)).matches()
                                ? null
                                : Text.of(
                                        "key 用小写字母、数字和 _，字母开头，最多 40 位",
                                        "key takes small letters, digits and _, a letter first, at most 40"),
                        name(row.get(2), COLUMNS.get(2)),
                        name(row.get(3), COLUMNS.get(3)),
                        choice(Audience.values(), row.get(4), COLUMNS.get(4)),
                        names.add(row.get(0) + "." + row.get(1)) ? null : Text.of("重复了", "is there twice"))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable Text choice(Enum<?>[] values, String cell, String column) {
        List<String> names = Stream.of(values).map(Enum::name).toList();
        return names.contains(cell)
                ? null
                : Text.of(
                        column + " 写 " + String.join("、", names) + " 之一",
                        column + " is one of " + String.join(", ", names));
    }

    private static @Nullable Text name(String cell, String column) {
        return !cell.isBlank() && cell.strip().length() <= LONGEST_NAME && PlainText.oneLine(cell)
                ? null
                : Text.of(
                        column + " 要写在一行里，最多 " + LONGEST_NAME + " 字",
                        column + " is needed, on one line, at most " + LONGEST_NAME + " characters");
    }

    private static Topic topic(CSVRecord row) {
        return new Topic(
                Topic.Kind.valueOf(row.get(0)),
                row.get(1),
                Text.of(row.get(2).strip(), row.get(3).strip()),
                Audience.valueOf(row.get(4)),
                0);
    }
}
