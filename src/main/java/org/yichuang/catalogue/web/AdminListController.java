package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.journal.Actor;
import org.yichuang.network.Department;
import org.yichuang.network.Network;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The administrator's list of items: filtered, exported, and drafts thrown away from it. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class AdminListController {
    private static final List<String> COLUMNS = List.of(
            "代码 code", "名称 name", "name_en", "版本 version", "状态 state", "部门 department", "错误 errors", "改动 changed");
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 200;
    private static final Pattern CHOSEN = Pattern.compile("(.+)/(\\d{1,9})/(\\d{1,9})");

    private final CatalogueOffice office;
    private final Network network;
    private final WorkingCalendars calendars;
    private final Clock clock;

    AdminListController(CatalogueOffice office, Network network, WorkingCalendars calendars, Clock clock) {
        this.office = office;
        this.network = network;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param all what can be discarded is ticked, as much as one page takes */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int discarded,
            Model model) {
        model.addAttribute("versions", office.list(state, q, after, all ? MOST_ROWS : ROWS));
        model.addAttribute(
                "departments",
                network.departments().stream().collect(Collectors.toMap(Department::key, Department::name)));
        model.addAttribute("wanting", calendars.wanting(LocalDate.ofInstant(clock.instant(), Ui.ZONE)));
        model.addAttribute("state", state);
        model.addAttribute("words", q);
        model.addAttribute("all", all);
        model.addAttribute("discarded", discarded);
        return "catalogue/adminList";
    }

    /** First what is chosen is shown; sure of it, it is thrown away, all or nothing. */
    @PostMapping("/discard")
    String discard(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean sure,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        String named = state == null ? "" : state.name();
        try {
            List<CatalogueOffice.Seen> seen =
                    chosen.stream().map(AdminListController::seen).toList();
            if (seen.isEmpty()) {
                throw Problem.invalid("chosen", "还没有勾选要丢弃的", "Nothing is ticked to be discarded");
            }
            if (sure) {
                office.discard(seen, Actor.of(visitor.id()));
                return "redirect:/admin/items?state=" + named + "&q=" + UriUtils.encode(q, StandardCharsets.UTF_8)
                        + "&discarded=" + seen.size();
            }
            model.addAttribute("chosen", seen.stream().map(office::unchanged).toList());
            model.addAttribute("words", q);
            model.addAttribute("state", named);
            return "catalogue/adminDiscard";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return list(state, q, null, false, 0, model);
        }
    }

    /** What a tick sends: {@code food_permit/2/17}. */
    private static CatalogueOffice.Seen seen(String chosen) {
        Matcher parts = CHOSEN.matcher(chosen);
        if (!parts.matches()) {
            throw Problem.invalid("chosen", "没有这个事项版本", "There is no such version of this item");
        }
        return new CatalogueOffice.Seen(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    /** The list as it is filtered, whole. */
    @GetMapping("/export.csv")
    void export(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        Csv.send(
                response,
                "items",
                COLUMNS,
                after -> office.list(state, q, after, MOST_ROWS),
                AdminListController::line);
    }

    private static void line(Csv csv, VersionInfo version) {
        csv.row(
                version.code(),
                version.name().zh(),
                version.name().en(),
                version.version(),
                version.state(),
                version.department(),
                version.errors(),
                version.changedAt());
    }
}
