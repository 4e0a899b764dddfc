package org.yichuang.portal.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.network.Centre;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.OpeningHours;
import org.yichuang.network.OpeningHours.Stretch;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.portal.web.HomePage.Window;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** Where one can go in person, and whether it is open now. */
@Component
class OpenWindows {
    private final Network network;
    private final WorkingCalendars calendars;
    private final Clock clock;

    OpenWindows(Network network, WorkingCalendars calendars, Clock clock) {
        this.network = network;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The centres of the visitor's district, where they named one, then the city's. */
    List<Window> now(String district) {
        Stream<String> city = network.divisionsIn("").stream().limit(1).map(Division::code);
        return Stream.concat(Stream.of(district).filter(code -> !code.isEmpty()), city)
                .flatMap(code -> network.centresIn(code).stream())
                .map(centre -> new Window(
                        "/places/" + centre.code(), centre.name(), centre.address(), open(centre), centre.phone()))
                .toList();
    }

    /** The districts to choose from. */
    List<Division> districts() {
        return network.divisionsIn("").stream()
                .limit(1)
                .flatMap(city -> network.divisionsIn(city.code()).stream())
                .toList();
    }

    private Text open(Centre centre) {
        ZonedDateTime now = clock.instant().atZone(Ui.ZONE);
        return open(centre.hours(), calendars.calendar().day(now.toLocalDate()), now.toLocalTime());
    }

    /** On a legal holiday a centre is closed, on a make-up workday open as on a Monday; in an unknown year nobody knows. */
    static Text open(OpeningHours hours, CalendarDay day, LocalTime time) {
        return switch (day) {
            case CalendarDay.Known known -> open(hours, known, time);
            case UnknownYear(int year) ->
                Text.of(
                        year + " 年的放假安排还没有录入，去之前请先打电话，或者打 12345 问",
                        "the holidays of " + year + " are not known here yet: call there, or 12345, before you go");
        };
    }

    private static Text open(OpeningHours hours, CalendarDay.Known day, LocalTime time) {
        DayFact fact = day.fact();
        List<Stretch> stretches = hours.on(fact == null ? day.date().getDayOfWeek() : DayOfWeek.MONDAY);
        if ((fact != null && fact.off()) || stretches.isEmpty()) {
            return Text.of("今天不开", "Closed today");
        }
        return stretches.stream()
                .filter(stretch -> time.isBefore(stretch.to()))
                .findFirst()
                .map(stretch -> time.isBefore(stretch.from())
                        ? Text.of(stretch.from() + " 开门", "opens at " + stretch.from())
                        : Text.of("现在开着，到 " + stretch.to(), "open now, until " + stretch.to()))
                .orElse(Text.of("今天已关门", "closed for today"));
    }
}
