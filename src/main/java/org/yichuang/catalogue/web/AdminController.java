package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.catalogue.document.ItemFields;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.RecordWords;
import org.yichuang.network.Act;
import org.yichuang.network.Department;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The administrator's items: the list, a version with its findings, and the way from draft to retirement. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class AdminController {
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 200;
    private static final Pattern CHOSEN = Pattern.compile("(.+)/(\\d{1,9})/(\\d{1,9})");

    private final CatalogueOffice office;
    private final Network network;
    private final ItemText text;
    private final Journal journal;
    private final List<RecordWords> words;
    private final WorkingCalendars calendars;
    private final Clock clock;

    AdminController(
            CatalogueOffice office,
            Network network,
            ItemText text,
            Journal journal,
            List<RecordWords> words,
            WorkingCalendars calendars,
            Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.office = office;
        this.network = network;
        this.text = text;
        this.journal = journal;
        this.words = words;
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
        model.addAttribute("wanting", calendars.wanting(today()));
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
                    chosen.stream().map(AdminController::seen).toList();
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
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String q) {
        Csv csv = Csv.of(
                "代码 code", "名称 name", "name_en", "版本 version", "状态 state", "部门 department", "错误 errors", "改动 changed");
        String after = null;
        do {
            Page<VersionInfo> page = office.list(state, q, after, MOST_ROWS);
            page.items().forEach(version -> line(csv, version));
            after = page.next();
        } while (after != null);
        return csv.answer("items");
    }

    private static void line(Csv csv, VersionInfo version) {
        csv.row(
                version.code(),
                version.name().zh(),
                version.name().en(),
                String.valueOf(version.version()),
                version.state().name(),
                version.department(),
                String.valueOf(version.errors()),
                version.changedAt().toString());
    }

    @GetMapping("/{code}/{version}")
    String show(@PathVariable String code, @PathVariable int version, Model model) {
        return version(code, version, null, model);
    }

    private String version(String code, int version, @Nullable Problem problem, Model model) {
        ItemVersion item = office.body(code, version);
        model.addAttribute("item", item);
        model.addAttribute("info", office.info(code, version));
        model.addAttribute("fields", ItemFields.of(item));
        model.addAttribute("versions", office.versions(code));
        model.addAttribute("findings", office.findings(item));
        List<Unit> units = network.units(item.department()).stream()
                .filter(unit -> network.division(unit.division())
                        .filter(in -> item.levels().contains(in.tier()))
                        .isPresent())
                .toList();
        model.addAttribute("units", units.size());
        model.addAttribute("unmanned", unmanned(item, units));
        model.addAttribute("entries", RecordLine.of(journal.of("item:" + code), words));
        model.addAttribute("problem", problem);
        return "catalogue/adminVersion";
    }

    /** What the units that decide could not do with a case of this item today: for each unit its acts without anybody. */
    private Map<Unit, List<Act>> unmanned(ItemVersion item, List<Unit> units) {
        Set<Act> acts = new LinkedHashSet<>();
        acts.add(Act.ACCEPT);
        if (item.onTheSpot()) {
            acts.add(Act.ON_THE_SPOT);
        } else {
            item.procedure().steps().forEach(step -> acts.add(step.kind().act()));
            acts.add(Act.DELIVER);
        }
        Map<String, List<Act>> missing =
                network.unmanned(item.code(), units.stream().map(Unit::code).toList(), acts, today());
        Map<Unit, List<Act>> found = new LinkedHashMap<>();
        units.stream()
                .filter(unit -> missing.containsKey(unit.code()))
                .forEach(unit -> found.put(unit, missing.get(unit.code())));
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }

    @GetMapping("/new")
    String begin(Model model) {
        return form(null, 0, ItemText.STARTER, null, model);
    }

    @PostMapping("/new")
    String create(@RequestParam String text, Visitor visitor, Model model, HttpServletResponse response) {
        try {
            VersionInfo made = office.draft(this.text.read(text, "text"), Actor.of(visitor.id()));
            return to(made);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(null, 0, text, problem, model);
        }
    }

    @GetMapping("/{code}/{version}/edit")
    String edit(@PathVariable String code, @PathVariable int version, Model model) {
        VersionInfo info = office.info(code, version);
        return form(info, info.revision(), text.write(office.body(code, version)), null, model);
    }

    @PostMapping("/{code}/{version}/edit")
    String save(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam int revision,
            @RequestParam String text,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        try {
            ItemVersion content = this.text.read(text, "text", code);
            return to(office.edit(content.as(version), revision, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(office.info(code, version), revision, text, problem, model);
        }
    }

    /** A new draft with the content of this version. */
    @PostMapping("/{code}/{version}/revise")
    String revise(
            @PathVariable String code,
            @PathVariable int version,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        try {
            return to(office.draft(office.body(code, version), Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return version(code, version, problem, model);
        }
    }

    @PostMapping("/{code}/{version}/{act:check|publish|retire}")
    String act(
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable String act,
            @RequestParam int revision,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        try {
            return to(
                    switch (act) {
                        case "check" -> office.check(code, version, revision, Actor.of(visitor.id()));
                        case "publish" -> office.publish(code, version, revision, Actor.of(visitor.id()));
                        default -> office.retire(code, version, revision, Actor.of(visitor.id()));
                    });
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return version(code, version, problem, model);
        }
    }

    @PostMapping("/{code}/{version}/discard")
    String discard(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam int revision,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        try {
            office.discard(code, version, revision, Actor.of(visitor.id()));
            return "redirect:/admin/items";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return version(code, version, problem, model);
        }
    }

    /** @param revision the one that the text was written on, which a second try names again */
    private static String form(
            @Nullable VersionInfo info, int revision, String text, @Nullable Problem problem, Model model) {
        model.addAttribute("info", info);
        model.addAttribute("revision", revision);
        model.addAttribute("text", text);
        model.addAttribute("problem", problem);
        return "catalogue/adminEdit";
    }

    private static String to(VersionInfo info) {
        return "redirect:/admin/items/" + info.code() + "/" + info.version();
    }
}
