package org.yichuang.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.journal.Actor;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.network.years.Years;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** The official calendar, for the administrator: the years there are, a year's days, one day or the hours changed, a notice taken in. */
@Controller
@RequestMapping("/admin/calendar")
@Access(Role.ADMINISTRATOR)
class CalendarController {
    private final Years years;
    private final WorkingCalendars calendars;

    CalendarController(Years years, WorkingCalendars calendars) {
        this.years = years;
        this.calendars = calendars;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, Ui ui, Model model) {
        model.addAttribute("done", done);
        return list(ui, model, null, years.hours());
    }

    @PostMapping("/hours")
    String open(
            @RequestParam(defaultValue = "") String hours,
            Visitor visitor,
            Ui ui,
            Model model,
            HttpServletResponse response) {
        try {
            years.open(Actor.of(visitor.id()), hours);
            return "redirect:/admin/calendar?done=hours";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return list(ui, model, problem, hours);
        }
    }

    @PostMapping("/import")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Visitor visitor,
            Ui ui,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            years.take(Actor.of(visitor.id()), Upload.of(file));
            return "redirect:/admin/calendar?done=imported";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return list(ui, model, problem, years.hours());
        }
    }

    private String list(Ui ui, Model model, @Nullable Problem problem, String hours) {
        model.addAttribute("wanting", calendars.wanting(ui.today()));
        model.addAttribute("years", years.known());
        model.addAttribute("hours", hours);
        model.addAttribute("problem", problem);
        return "network/calendar";
    }

    /** Of a year that is not known the page where it is taken in, which says so. */
    @GetMapping("/{year}")
    String year(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String done,
            Ui ui,
            Model model,
            HttpServletResponse response) {
        try {
            years.year(year);
        } catch (Problem unknown) {
            response.setStatus(unknown.status());
            return list(ui, model, unknown, years.hours());
        }
        model.addAttribute("done", done.equals("changed"));
        return year(year, new DayForm(day, "", ""), null, model);
    }

    @PostMapping("/{year}")
    String edit(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        years.year(year);
        try {
            LocalDate changed = years.edit(Actor.of(visitor.id()), day, kind, name);
            return "redirect:/admin/calendar/" + changed.getYear() + "?done=changed";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return year(year, new DayForm(day, kind, name), problem, model);
        }
    }

    private String year(int year, DayForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("year", years.year(year));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "network/year";
    }

    @GetMapping("/{year}/export")
    ResponseEntity<byte[]> export(@PathVariable int year) {
        return Csv.answer(years.csv(year), "text/csv;charset=UTF-8", "calendar-" + year + ".csv");
    }
}
