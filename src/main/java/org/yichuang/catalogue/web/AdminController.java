package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The administrator's items: the list, a version with its findings, and the way from draft to retirement. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class AdminController {
    private static final int ROWS = 50;

    private final CatalogueOffice office;
    private final ItemText text;
    private final Journal journal;

    AdminController(CatalogueOffice office, ItemText text, Journal journal) {
        this.office = office;
        this.text = text;
        this.journal = journal;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("versions", office.list(state, q, after, ROWS));
        model.addAttribute("state", state);
        model.addAttribute("words", q == null ? "" : q);
        return "catalogue/adminList";
    }

    @GetMapping("/{code}/{version}")
    String show(@PathVariable String code, @PathVariable int version, Model model) {
        return version(code, version, null, model);
    }

    private String version(String code, int version, @Nullable Problem problem, Model model) {
        ItemVersion item = office.body(code, version);
        model.addAttribute("item", item);
        model.addAttribute("info", office.info(code, version));
        model.addAttribute("versions", office.versions(code));
        model.addAttribute("findings", office.findings(item));
        model.addAttribute("entries", journal.of("item:" + code));
        model.addAttribute("problem", problem);
        return "catalogue/adminVersion";
    }

    @GetMapping("/new")
    String begin(Model model) {
        return form(null, "", null, model);
    }

    @PostMapping("/new")
    String create(@RequestParam String text, Visitor visitor, Model model, HttpServletResponse response) {
        try {
            VersionInfo made = office.draft(this.text.read(text, "text"), Actor.of(visitor.id()));
            return to(made);
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(null, text, problem, model);
        }
    }

    @GetMapping("/{code}/{version}/edit")
    String edit(@PathVariable String code, @PathVariable int version, Model model) {
        return form(office.info(code, version), text.write(office.body(code, version)), null, model);
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
            ItemVersion content = this.text.read(text, "text");
            if (!content.code().equals(code)) {
                throw Problem.invalid("text", "code 不能改", "The code cannot be changed");
            }
            return to(office.edit(content.as(version), revision, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(office.info(code, version), text, problem, model);
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

    private static String form(@Nullable VersionInfo info, String text, @Nullable Problem problem, Model model) {
        model.addAttribute("info", info);
        model.addAttribute("text", text);
        model.addAttribute("problem", problem);
        return "catalogue/adminEdit";
    }

    private static String to(VersionInfo info) {
        return "redirect:/admin/items/" + info.code() + "/" + info.version();
    }
}
