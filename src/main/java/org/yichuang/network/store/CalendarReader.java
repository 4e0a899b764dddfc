package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.CALENDAR_DAY;
import static org.yichuang.jooq.network.Tables.CALENDAR_YEAR;
import static org.yichuang.jooq.network.Tables.OFFICE_HOURS;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.YearFacts;
import org.yichuang.jooq.network.tables.records.CalendarDayRecord;

/** Reads the stored calendar. */
final class CalendarReader {
    private final DSLContext dsl;

    CalendarReader(DSLContext dsl) {
        this.dsl = dsl;
    }

    OfficeHours hours() {
        return new OfficeHours(dsl.selectFrom(OFFICE_HOURS)
                .orderBy(OFFICE_HOURS.OPENS)
                .fetch(row -> new OfficeHours.Opening(row.getOpens(), row.getCloses())));
    }

    /** The years first: one that is taken in meanwhile is not known yet, rather than known without its days. */
    List<YearFacts> years() {
        List<Integer> years = dsl.select(CALENDAR_YEAR.YEAR)
                .from(CALENDAR_YEAR)
                .orderBy(CALENDAR_YEAR.YEAR)
                .fetch(CALENDAR_YEAR.YEAR);
        Map<Integer, List<DayFact>> days = dsl.selectFrom(CALENDAR_DAY)
                .orderBy(CALENDAR_DAY.DAY)
                .fetchGroups(CALENDAR_DAY.YEAR, row -> fact(row.into(CALENDAR_DAY)));
        return years.stream()
                .map(year -> new YearFacts(year, days.getOrDefault(year, List.of())))
                .toList();
    }

    Map<LocalDate, DayFact> notice(int year) {
        Map<LocalDate, DayFact> days = new LinkedHashMap<>();
        dsl.selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.YEAR.eq(year))
                .orderBy(CALENDAR_DAY.DAY)
                .forEach(row -> days.put(row.getDay(), fact(row)));
        return days;
    }

    /** What holds for this day: the later notice's word. */
    @Nullable
    DayFact fact(LocalDate day) {
        return dsl.selectFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.DAY.eq(day))
                .orderBy(CALENDAR_DAY.YEAR.desc())
                .limit(1)
                .fetchOne(CalendarReader::fact);
    }

    private static DayFact fact(CalendarDayRecord row) {
        return new DayFact(row.getDay(), DayFact.Kind.valueOf(row.getKind()), row.getName());
    }
}
