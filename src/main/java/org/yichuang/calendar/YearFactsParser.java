package org.yichuang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Cells;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** Reads holiday facts from text, gathering every fault rather than stopping at the first. */
final class YearFactsParser {
    private static final Pattern HEADING = Pattern.compile("(?i)\"?(date|日期)\"?\\s*,");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final List<DayFact> facts = new ArrayList<>();
    private final List<YearFacts.Fault> faults = new ArrayList<>();
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();
    private boolean otherFile;

    private YearFactsParser() {}

    static YearFacts.Parsed parse(String csv) {
        var parser = new YearFactsParser();
        String[] lines = (csv.startsWith("\uFEFF") ? csv.substring(1) : csv).split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length && !parser.otherFile; i++) {
            parser.line(i + 1, lines[i].strip());
        }
        return parser.result();
    }

    private YearFacts.Parsed result() {
        if (!faults.isEmpty()) {
            return new YearFacts.Faulty(faults);
        }
        if (facts.isEmpty()) {
            return new YearFacts.Faulty(
                    List.of(new YearFacts.Fault(1, Text.of("没有一行节假日", "There is no day in this file"))));
        }
        return new YearFacts.Read(byNotice());
    }

    private void line(int number, String line) {
        boolean header = facts.isEmpty() && HEADING.matcher(line).lookingAt();
        // a spreadsheet writes an empty row as commas alone
        if (line.replace(",", "").isBlank() || line.startsWith("#") || header) {
            return;
        }
        String[] cells = line.split(",", -1);
        otherFile =
                facts.isEmpty() && faults.isEmpty() && !DIGIT.matcher(cells[0]).find();
        if (otherFile) {
            fault(
                    number,
                    "这不像放假安排：每行一天，写成 2026-10-01,off,国庆节",
                    "This does not look like a notice of holidays: a day on each line, as 2026-10-01,off,国庆节");
            return;
        }
        if (cells.length != 3) {
            fault(
                    number,
                    "每行三项，用英文逗号隔开：日期,off 或 work,名称",
                    "A line has three cells, separated by commas: date,off or work,name");
            return;
        }
        LocalDate date = date(number, cell(cells[0]));
        DayFact.Kind kind = kind(number, cell(cells[1]));
        String name = name(number, Cells.plain(cell(cells[2])));
        if (date != null && kind != null && name != null && first(number, date)) {
            DayFact fact = new DayFact(date, kind, name);
            if (fact.needless()) {
                fault(number, DayFact.NEEDLESS.zh() + "：" + date, DayFact.NEEDLESS.en() + ": " + date);
            }
            facts.add(fact);
        }
    }

    private static String cell(String raw) {
        String cell = raw.strip();
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    private @Nullable LocalDate date(int number, String cell) {
        try {
            LocalDate date = LocalDate.parse(Cells.day(cell));
            if (!date.isBefore(Days.EARLIEST) && Days.reached(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below, like a date outside the range
        }
        fault(number, "日期要带年份，写成 2026-10-01：" + cell, "Write the date with its year, as 2026-10-01: " + cell);
        return null;
    }

    private DayFact.@Nullable Kind kind(int number, String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "off", "放假" -> DayFact.Kind.OFF;
            case "work", "上班", "调休上班" -> DayFact.Kind.WORK;
            default -> {
                fault(number, "第二项只能是 off 或 work（放假或上班）：" + cell, "The second cell is off or work: " + cell);
                yield null;
            }
        };
    }

    private @Nullable String name(int number, String cell) {
        if (!DayFact.named(cell)) {
            fault(
                    number,
                    "名称 1 到 40 个字，不带逗号、引号和看不见的字符",
                    "The name has 1 to 40 characters, without commas, quotation marks and hidden characters");
            return null;
        }
        return cell;
    }

    private boolean first(int number, LocalDate date) {
        Integer earlier = lineOf.putIfAbsent(date, number);
        if (earlier != null) {
            fault(number, date + " 在第 " + earlier + " 行已有", date + " is already on line " + earlier);
        }
        return earlier == null;
    }

    private void fault(int number, String zh, String en) {
        faults.add(new YearFacts.Fault(number, Text.of(zh, en)));
    }

    /** Notices announce no December holiday but the New Year's, so December goes with the year after, if that is here. */
    private List<YearFacts> byNotice() {
        Set<Integer> years = facts.stream()
                .map(DayFact::date)
                .filter(date -> date.getMonth() != Month.DECEMBER)
                .map(LocalDate::getYear)
                .collect(Collectors.toSet());
        var notices = new TreeMap<Integer, List<DayFact>>();
        var known = new HashSet<>(years);
        for (DayFact fact : facts) {
            int year = fact.date().getYear();
            boolean next = fact.date().getMonth() == Month.DECEMBER && known.contains(year + 1);
            notices.computeIfAbsent(next ? year + 1 : year, y -> new ArrayList<>())
                    .add(fact);
        }
        return notices.entrySet().stream()
                .map(notice -> new YearFacts(notice.getKey(), notice.getValue()))
                .toList();
    }
}
