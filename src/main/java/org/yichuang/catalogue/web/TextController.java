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
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A draft as its text (YAML): the same as its form in {@link FieldsController}. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class TextController {
    private final CatalogueOffice office;
    private final ItemText text;

    TextController(CatalogueOffice office, ItemText text) {
        this.office = office;
        this.text = text;
    }

    @GetMapping("/new")
    String begin(Model model) {
        return form(null, 0, ItemText.STARTER, null, model);
    }

    @PostMapping("/new")
    String create(@RequestParam String text, Visitor visitor, Model model, HttpServletResponse response) {
        try {
            return to(office.draft(this.text.read(text, "text"), Actor.of(visitor.id())));
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

    /** @param revision the one that the text was written on, which a second try names again */
    private static String form(
            @Nullable VersionInfo info, int revision, String text, @Nullable Problem problem, Model model) {
        model.addAttribute("info", info);
        model.addAttribute("revision", revision);
        model.addAttribute("text", text);
        model.addAttribute("problem", problem);
        return "catalogue/adminEdit";
    }

    /** To the page of a version. */
    static String to(VersionInfo info) {
        return "redirect:/admin/items/" + info.code() + "/" + info.version();
    }
}
