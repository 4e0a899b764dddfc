package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.CALENDAR_DAY;
import static org.yichuang.jooq.network.Tables.CALENDAR_YEAR;
import static org.yichuang.jooq.network.Tables.OFFICE_HOURS;
import static org.yichuang.jooq.network.Tables.VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.WorkingDays;
import org.yichuang.calendar.YearFacts;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.Times;

/** The calendar in its three tables; every change moves its version and is journalled. */
@Component
class StoredCalendars implements WorkingCalendars {
    private static final int FAULTS_SHOWN = 50;

    private final DSLContext dsl;
    private final Journal journal;
    private final Clock clock;
    private final CalendarReader reader;
    private final Remembered<Stated> remembered;

    StoredCalendars(DSLContext dsl, Journal journal, Clock clock) {
        this.dsl = dsl;
        this.journal = journal;
        this.clock = clock;
        this.reader = new CalendarReader(dsl);
        this.remembered = new Remembered<>(() -> NetworkMemory.version(dsl, "calendar"), this::fresh);
    }

    @Override
    public Stated current() {
        return remembered.get();
    }

    @Override
    public Stated fresh() {
        long version = NetworkMemory.version(dsl, "calendar");
        return new Stated(WorkingCalendar.of(reader.hours(), reader.years()), version);
    }

    @Override
    public List<DayFact> notice(int year) {
        return List.copyOf(reader.notice(year).values());
    }

    @Override
    @Transactional
    public void importYears(Actor by, String csv) {
        switch (YearFacts.parse(csv)) {
            case YearFacts.Read read -> {
                refuseParts(read.years());
                refuseIdle(read.years());
                importYears(by, read.years());
            }
            case YearFacts.Faulty faulty -> throw wrong(faulty);
        }
    }

    @Override
    @Transactional
    public void importYears(Actor by, List<YearFacts> years) {
        lock();
        years.forEach(year -> importYear(by, year));
        remembered.expire();
    }

    /** Of the days as {@code date,kind,name} lines. */
    private static String digest(YearFacts year) {
        String lines = year.days().stream()
                .map(day -> day.date() + "," + day.kind() + "," + day.name() + "\n")
                .collect(Collectors.joining());
        return Digest.hex(lines);
    }

    private static void refuseIdle(List<YearFacts> years) {
        List<FieldError> idle = years.stream()
                .filter(year -> year.workingDays() < YearFacts.LEAST_WORKING_DAYS)
                .map(year -> new FieldError("file", idle(year.year(), year.workingDays())))
                .toList();
        Problem.ifAny(idle, FAULTS_SHOWN);
    }

    private static Text idle(int year, int left) {
        return Text.of(
                year + " 年只剩 " + left + " 个工作日，不到 " + YearFacts.LEAST_WORKING_DAYS + " 个，看来弄错了",
                year + " would have " + left + " working days left, fewer than " + YearFacts.LEAST_WORKING_DAYS
                        + ": this looks like a mistake");
    }

    private static void refuseParts(List<YearFacts> years) {
        List<FieldError> parts = years.stream()
                .filter(year -> !year.whole())
                .map(year -> new FieldError(
                        "file",
                        Text.of(
                                year.year() + " 年的放假安排不全：要有元旦、五一、国庆，全年至少 11 个放假日；只改一天请在这一年里改",
                                "The notice of " + year.year()
                                        + " is not whole: 1 January, 1 May, 1 October and at least 11 days off"
                                        + " are in it; a single day is changed inside the year")))
                .toList();
        Problem.ifAny(parts, FAULTS_SHOWN);
    }

    private static Problem wrong(YearFacts.Faulty faulty) {
        return Problem.invalid(
                faulty.faults().stream()
                        .map(fault -> new FieldError(
                                "file",
                                Text.of(
                                        "第 " + fault.line() + " 行："
                                                + fault.reason().zh(),
                                        "Line " + fault.line() + ": "
                                                + fault.reason().en())))
                        .toList(),
                FAULTS_SHOWN);
    }

    private void importYear(Actor by, YearFacts year) {
        Map<LocalDate, DayFact> before = reader.notice(year.year());
        dsl.insertInto(CALENDAR_YEAR, CALENDAR_YEAR.YEAR, CALENDAR_YEAR.CHANGED_AT)
                .values(year.year(), Times.of(clock.instant()))
                .onConflict(CALENDAR_YEAR.YEAR)
                .doUpdate()
                .set(CALENDAR_YEAR.CHANGED_AT, Times.of(clock.instant()))
                .execute();
        dsl.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.YEAR.eq(year.year())).execute();
        insert(year.year(), year.days());
        journal.append(new NewEntry(
                YEAR_IMPORTED,
                subject(year.year()),
                by,
                Map.of(
                        "year", year.year(),
                        "days", year.days().size(),
                        "digest", digest(year),
                        "changes", CalendarChange.between(before, year.days()))));
    }

    private void insert(int year, List<DayFact> days) {
        if (days.isEmpty()) {
            return;
        }
        var rows =
                dsl.insertInto(CALENDAR_DAY, CALENDAR_DAY.YEAR, CALENDAR_DAY.DAY, CALENDAR_DAY.KIND, CALENDAR_DAY.NAME);
        for (DayFact day : days) {
            rows = rows.values(year, day.date(), day.kind().name(), day.name());
        }
        rows.execute();
    }

    @Override
    @Transactional
    public void editDay(Actor by, LocalDate day, @Nullable DayFact fact) {
        lock();
        Stated before = fresh();
        if (!before.calendar().knows(day.getYear())) {
            throw Problem.invalid(
                    "day",
                    day.getYear() + " 年的工作日历还没有录入，请先导入这一年",
                    "The calendar of " + day.getYear() + " is not known yet: import that year first");
        }
        DayFact was = reader.fact(day);
        if (Objects.equals(was, fact)) {
            return;
        }
        dsl.deleteFrom(CALENDAR_DAY).where(CALENDAR_DAY.DAY.eq(day)).execute();
        if (fact != null) {
            insert(day.getYear(), List.of(fact));
        }
        int left = working(fresh().calendar(), day.getYear());
        if (left < YearFacts.LEAST_WORKING_DAYS && left < working(before.calendar(), day.getYear())) {
            throw Problem.invalid(List.of(new FieldError("day", idle(day.getYear(), left))));
        }
        dsl.update(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.CHANGED_AT, Times.of(clock.instant()))
                .where(CALENDAR_YEAR.YEAR.eq(day.getYear()))
                .execute();
        journal.append(new NewEntry(DAY_CHANGED, subject(day.getYear()), by, changed(day, was, fact)));
        remembered.expire();
    }

    private static int working(WorkingCalendar calendar, int year) {
        LocalDate before = LocalDate.of(year - 1, 12, 31);
        return calendar.workingDays(before, before.plusYears(1), List.of()) instanceof WorkingDays.Count(int days)
                ? days
                : 0;
    }

    private static Map<String, String> changed(LocalDate day, @Nullable DayFact was, @Nullable DayFact fact) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("day", day.toString());
        payload.put("kind", fact == null ? "none" : fact.kind().name());
        payload.put("name", fact == null ? "" : fact.name());
        payload.put("was", was == null ? "none" : was.kind().name());
        return payload;
    }

    @Override
    @Transactional
    public void changeHours(Actor by, OfficeHours hours) {
        lock();
        if (reader.hours().equals(hours)) {
            return;
        }
        dsl.deleteFrom(OFFICE_HOURS).execute();
        hours.openings()
                .forEach(opening -> dsl.insertInto(OFFICE_HOURS, OFFICE_HOURS.OPENS, OFFICE_HOURS.CLOSES)
                        .values(opening.from(), opening.to())
                        .execute());
        journal.append(new NewEntry(
                HOURS_CHANGED,
                "calendar:hours",
                by,
                Map.of(
                        "hours",
                        hours.openings().stream()
                                .map(opening -> opening.from() + "-" + opening.to())
                                .toList())));
        remembered.expire();
    }

    /** One administrator at a time. */
    private void lock() {
        dsl.select(VERSION.N)
                .from(VERSION)
                .where(VERSION.NAME.eq("calendar"))
                .forUpdate()
                .execute();
    }

    private static String subject(int year) {
        return "calendar:" + year;
    }
}
