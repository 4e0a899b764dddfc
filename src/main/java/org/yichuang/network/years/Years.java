package org.yichuang.network.years;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.journal.Actor;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Days;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Csv;

/** Reads the official calendar year by year, takes in a notice, changes one day or the office hours. */
@Service
public class Years {
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,，、;；]\\s*");
    private static final Pattern DASH = Pattern.compile("\\s*[-–—~]\\s*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    /** Every due date ends with these hours; an office that is hardly open is a slip. */
    private static final int LEAST_MINUTES = 120;

    private final WorkingCalendars calendars;

    Years(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    /** The years that are known, the latest first. */
    public List<Year> known() {
        return known(calendars.calendar());
    }

    /** The years that this calendar knows, the latest first. */
    public static List<Year> known(WorkingCalendar calendar) {
        return new ArrayList<>(calendar.years())
                .reversed().stream().map(year -> year(calendar, year)).toList();
    }

    /** @throws Problem 404 for a year that is not known */
    public Year year(int year) {
        WorkingCalendar calendar = calendars.calendar();
        if (!calendar.knows(year)) {
            throw Problem.notFound(
                    year + " 年的工作日历还没有录入，导入这一年的放假安排以后才有",
                    "The working calendar of " + year + " is not known until the year's notice is taken in");
        }
        return year(calendar, year);
    }

    private static Year year(WorkingCalendar calendar, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return Year.of(
                year,
                first.datesUntil(first.plusYears(1))
                        .map(calendar::day)
                        .flatMap(day -> day instanceof CalendarDay.Known known ? Stream.of(known) : Stream.empty())
                        .toList());
    }

    /** A year's notice as {@code date,kind,name} lines, as {@link #take} reads them. */
    public byte[] csv(int year) {
        year(year);
        Csv csv = Csv.of("date", "kind", "name");
        for (DayFact day : calendars.notice(year)) {
            csv.row(day.date(), day.kind().name().toLowerCase(Locale.ROOT), day.name());
        }
        return csv.bytes();
    }

    /**
     * Takes in the years of a file, all or nothing; a year that was there is replaced. Open cases are computed again.
     *
     * @throws Problem 422 that names each wrong line
     */
    public void take(Actor by, byte[] file) {
        if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
            throw Problem.invalid(
                    "file",
                    "这是 XLSX，日历只收 CSV：请另存为“CSV UTF-8”，每行 日期,off 或 work,名称",
                    "This is XLSX; the calendar is taken in as CSV: save it as CSV UTF-8, each line date,off or work,name");
        }
        calendars.importYears(by, PlainFile.text(file));
    }

    /**
     * Makes a day a day off, a make-up workday, or an ordinary day again. Open cases are computed again.
     *
     * @param day 2026-10-10
     * @param kind OFF, WORK or ORDINARY
     * @param name the holiday it belongs to; not asked of an ordinary day
     * @throws Problem 422 that names each wrong field
     */
    public LocalDate edit(Actor by, String day, String kind, String name) {
        List<FieldError> wrong = new ArrayList<>();
        LocalDate date = date(day, wrong);
        DayFact.Kind what = kind(kind, wrong);
        String holiday = name.strip();
        if (what != null && !DayFact.named(holiday)) {
            wrong.add(new FieldError(
                    "name",
                    Text.of(
                            "写明是哪个节假日，1 到 40 个字，不带逗号和引号",
                            "Name the holiday, in 1 to 40 characters without commas and quotation marks")));
        }
        if (date == null || !wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        DayFact fact = what == null ? null : new DayFact(date, what, holiday);
        if (fact != null && fact.needless()) {
            throw Problem.invalid(List.of(new FieldError("day", DayFact.NEEDLESS)));
        }
        calendars.editDay(by, date, fact);
        return date;
    }

    /**
     * Changes when the city's offices are open on a working day. Open cases are computed again.
     *
     * @param typed 08:45-12:00, 13:30-17:00
     * @throws Problem 422 on {@code hours}
     */
    public void open(Actor by, String typed) {
        calendars.changeHours(by, hours(typed));
    }

    private static OfficeHours hours(String typed) {
        List<OfficeHours.Opening> openings = new ArrayList<>();
        try {
            for (String stretch : BETWEEN.split(typed.strip(), -1)) {
                String[] ends = DASH.split(stretch, 2);
                openings.add(new OfficeHours.Opening(
                        TIME.parse(ends[0], LocalTime::from), TIME.parse(ends[ends.length - 1], LocalTime::from)));
            }
            var hours = new OfficeHours(openings);
            if (hours.minutesADay() < LEAST_MINUTES) {
                throw Problem.invalid(
                        "hours",
                        "一天一共不到两个小时，看来弄错了",
                        "This is less than two hours a day in all: it looks like a mistake");
            }
            return hours;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid(
                    "hours",
                    "写成 08:45-12:00, 13:30-17:00：按先后，每段先开后关，互不相接",
                    "Write it as 08:45-12:00, 13:30-17:00: in order, each opening before it closes, none touching the next");
        }
    }

    /** The office hours as they are typed. */
    public String hours() {
        return calendars.calendar().officeHours().openings().stream()
                .map(opening -> opening.from() + "-" + opening.to())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable LocalDate date(String typed, List<FieldError> wrong) {
        try {
            LocalDate date = LocalDate.parse(typed.strip());
            if (Days.reached(date)) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below, like a day too far away
        }
        wrong.add(new FieldError("day", Text.of("日期写成 2026-10-10", "Write the day as 2026-10-10")));
        return null;
    }

    private static DayFact.@Nullable Kind kind(String typed, List<FieldError> wrong) {
        return switch (typed) {
            case "OFF" -> DayFact.Kind.OFF;
            case "WORK" -> DayFact.Kind.WORK;
            case "ORDINARY" -> null;
            default -> {
                wrong.add(new FieldError(
                        "kind",
                        Text.of(
                                "选一项：放假（OFF）、调休上班（WORK）、恢复原样（ORDINARY）",
                                "Choose one: a day off (OFF), a make-up workday (WORK), an ordinary day (ORDINARY)")));
                yield null;
            }
        };
    }
}
