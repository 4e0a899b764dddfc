package org.yichuang.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.YearFacts;

/** The calendar that the product brings along, amended. */
public final class Holidays {
    private Holidays() {}

    /** These days, of no notice so far, are days off. */
    public static WorkingCalendar with(List<LocalDate> daysOff) {
        var years = new ArrayList<YearFacts>();
        for (YearFacts year : YearFacts.stateCouncil()) {
            List<DayFact> facts = new ArrayList<>(year.days());
            daysOff.stream()
                    .filter(day -> day.getYear() == year.year())
                    .forEach(day -> facts.add(new DayFact(day, DayFact.Kind.OFF, "市庆")));
            years.add(new YearFacts(year.year(), facts));
        }
        return WorkingCalendar.of(OfficeHours.DEFAULT, years);
    }
}
