package org.yichuang.portal.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.DayFact;
import org.yichuang.network.Centre;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
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
                .map(centre -> new Window("/places/" + centre.code(), centre.name(), centre.address(), open(centre)))
                .toList();
    }

    /** The districts to choose from. */
    List<Division> districts() {
        return network.divisionsIn("").stream()
                .limit(1)
                .flatMap(city -> network.divisionsIn(city.code()).stream())
                .toList();
    }

    /** On a legal holiday a centre is closed, on a make-up workday open as on a Monday. */
    private Text open(Centre centre) {
        ZonedDateTime now = clock.instant().atZone(Ui.ZONE);
        LocalDate today = now.toLocalDate();
        DayFact fact = calendars.calendar().day(today) instanceof CalendarDay.Known known ? known.fact() : null;
        List<Stretch> stretches = centre.hours().on(fact == null ? today.getDayOfWeek() : DayOfWeek.MONDAY);
        if ((fact != null && fact.off()) || stretches.isEmpty()) {
            return Text.of("今天不开", "Closed today");
        }
        LocalTime time = now.toLocalTime();
        return stretches.stream()
                .filter(stretch -> time.isBefore(stretch.to()))
                .findFirst()
                .map(stretch -> time.isBefore(stretch.from())
                        ? Text.of(stretch.from() + " 开门", "opens at " + stretch.from())
                        : Text.of("现在开着，到 " + stretch.to(), "open now, until " + stretch.to()))
                .orElse(Text.of("今天已关门", "closed for today"));
    }
}
