package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.journal.Actor;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.network.years.Year;
import org.yichuang.network.years.Years;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** The official calendar: anyone reads it, the administrator keeps it. */
@RestController
@RequestMapping(CalendarApi.ADDRESS)
@Access(Role.ANYONE)
@Tag(name = "calendar", description = "The official working calendar")
class CalendarApi {
    static final String ADDRESS = "/api/v1/calendar";
    private static final String CSV = "text/csv";

    private final Years years;
    private final WorkingCalendars calendars;

    CalendarApi(Years years, WorkingCalendars calendars) {
        this.years = years;
        this.calendars = calendars;
    }

    record CalendarDto(
            @Schema(description = "Greater with every change")
            long version,

            @Schema(description = "Of a working day") List<OfficeHours.Opening> officeHours,

            @Schema(description = "Those that are known, the latest first")
            List<YearDto> years) {
        static CalendarDto of(WorkingCalendars.Stated now) {
            return new CalendarDto(
                    now.version(),
                    now.calendar().officeHours().openings(),
                    Years.known(now.calendar()).stream().map(YearDto::of).toList());
        }
    }

    record YearDto(
            int year,

            @Schema(description = "How many of its days are worked")
            int workingDays,

            @Schema(description = "Days off that the notice makes")
            int off,

            @Schema(description = "Make-up workdays") int makeUp) {
        static YearDto of(Year year) {
            return new YearDto(year.year(), year.workingDays(), year.off(), year.makeUp());
        }
    }

    record YearOfDays(
            int year,

            @Schema(description = "How many of its days are worked")
            int workingDays,

            @Schema(description = "All days of the year, in order")
            List<DayDto> days) {}

    record DayDto(
            @Schema(description = "A day of the city") LocalDate day,
            @Schema(description = "It is worked") boolean working,

            @Schema(description = "Where the notice makes it different from its weekday; else null")
            DayFact.@Nullable Kind kind,

            @Schema(description = "The holiday it belongs to then; else null") @Nullable
            Text holiday) {
        static DayDto of(CalendarDay.Known day) {
            DayFact fact = day.fact();
            return new DayDto(
                    day.date(), day.working(), fact == null ? null : fact.kind(), fact == null ? null : fact.holiday());
        }
    }

    record EditBody(
            @Schema(description = "OFF, WORK or ORDINARY, which takes the difference away")
            String kind,

            @Schema(description = "The holiday it belongs to, in Chinese; null with ORDINARY") @Nullable
            String name) {}

    @GetMapping
    @Operation(summary = "The years that are known, and the office hours")
    CalendarDto calendar() {
        return CalendarDto.of(calendars.current());
    }

    @GetMapping("/{year}")
    @Operation(summary = "Each day of a year: worked or not, and which holiday")
    YearOfDays year(@PathVariable int year) {
        Year known = years.year(year);
        return new YearOfDays(
                known.year(),
                known.workingDays(),
                known.days().stream().map(DayDto::of).toList());
    }

    @GetMapping(path = "/{year}/notice", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "The days a year's notice makes different, as it is taken in: date,kind,name")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "text/csv;charset=UTF-8", schema = @Schema(type = "string")))
    ResponseEntity<byte[]> notice(@PathVariable int year) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(years.csv(year));
    }

    record HoursBody(
            @Schema(description = "In order: 08:45-12:00, 13:30-17:00")
            String hours) {}

    @PutMapping("/office-hours")
    @Access(Role.ADMINISTRATOR)
    @Operation(summary = "Change when offices are open on a working day; open cases are computed again")
    CalendarDto open(Visitor visitor, @RequestBody HoursBody body) {
        years.open(Actor.of(visitor.id()), body.hours());
        return CalendarDto.of(calendars.fresh());
    }

    @PutMapping("/days/{day}")
    @Access(Role.ADMINISTRATOR)
    @Operation(summary = "Make a day a day off, a make-up workday or an ordinary day; open cases are computed again")
    DayDto edit(Visitor visitor, @PathVariable String day, @RequestBody EditBody body) {
        LocalDate date = years.edit(Actor.of(visitor.id()), day, body.kind(), body.name() == null ? "" : body.name());
        return calendars.fresh().calendar().day(date) instanceof CalendarDay.Known known
                ? DayDto.of(known)
                : new DayDto(date, false, null, null);
    }

    @PostMapping(consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Access(Role.ADMINISTRATOR)
    @Operation(
            summary = "Take in the years of a notice, all or nothing; open cases are computed again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    CalendarDto body(Visitor visitor, HttpServletRequest request) throws IOException {
        return take(visitor, Upload.of(request.getInputStream()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Access(Role.ADMINISTRATOR)
    @Operation(summary = "Take in the years of a notice, all or nothing; open cases are computed again")
    CalendarDto form(Visitor visitor, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        return take(visitor, Upload.of(file));
    }

    private CalendarDto take(Visitor visitor, byte[] file) {
        years.take(Actor.of(visitor.id()), file);
        return CalendarDto.of(calendars.fresh());
    }
}
