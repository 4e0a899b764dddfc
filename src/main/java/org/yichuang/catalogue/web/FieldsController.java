package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Topic;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.document.FormElement.Choice;
import org.yichuang.catalogue.document.ItemFields;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A draft as a form: the same as its text in {@link AdminController}, but for what only the text shows. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class FieldsController {
    private final CatalogueOffice office;
    private final Catalogue catalogue;
    private final Network network;
    private final ItemText text;

    FieldsController(CatalogueOffice office, Catalogue catalogue, Network network, ItemText text) {
        this.office = office;
        this.catalogue = catalogue;
        this.network = network;
        this.text = text;
    }

    @GetMapping("/new/fields")
    String begin(Model model) {
        return form(null, 0, ItemFields.blank(), null, null, model);
    }

    /** A new item has the sample's form and procedure, until its text says otherwise. */
    @PostMapping("/new/fields")
    String create(
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable String row,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        ItemFields fields = ItemFields.sent(all);
        try {
            if (row != null) {
                return moved(null, 0, fields.move(row), model);
            }
            fields = fields.compact();
            ItemVersion sample = text.read(AdminController.STARTER, "text");
            ItemVersion item = fields.readNew(sample, text);
            if (!office.versions(item.code()).isEmpty()) {
                throw Problem.invalid("code", "已有事项用了这个短名", "An item has this short name already");
            }
            return to(office.draft(item, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(null, 0, fields, null, problem, model);
        }
    }

    @GetMapping("/{code}/{version}/fields")
    String edit(@PathVariable String code, @PathVariable int version, Model model) {
        VersionInfo info = office.info(code, version);
        return form(info, info.revision(), ItemFields.of(office.body(code, version)), null, null, model);
    }

    @PostMapping("/{code}/{version}/fields")
    String save(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable String row,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        VersionInfo info = office.info(code, version);
        ItemFields fields = ItemFields.sent(all);
        try {
            if (row != null) {
                return moved(info, revision, fields.move(row), model);
            }
            fields = fields.compact();
            ItemVersion content = fields.read(office.body(code, version), text);
            return to(office.edit(content.as(version), revision, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(info, revision, fields, null, problem, model);
        }
    }

    /** Rows come and go on the page alone; what is saved is saved with the whole form. */
    private String moved(@Nullable VersionInfo info, int revision, ItemFields.Moved moved, Model model) {
        return form(info, revision, moved.fields(), moved.focus(), null, model);
    }

    private String form(
            @Nullable VersionInfo info,
            int revision,
            ItemFields fields,
            @Nullable String focus,
            @Nullable Problem problem,
            Model model) {
        model.addAttribute("info", info);
        model.addAttribute("revision", revision);
        model.addAttribute("fields", fields);
        model.addAttribute("known", known());
        model.addAttribute("focus", focus == null ? "" : focus);
        model.addAttribute("problem", problem);
        return "catalogue/adminFields";
    }

    /** What the city has, to be picked instead of typed. */
    private Map<String, List<Choice>> known() {
        Stream<Choice> departments =
                network.departments().stream().map(department -> new Choice(department.key(), department.name()));
        return Map.of(
                "department", departments.toList(),
                "themes", topics(Topic.Kind.THEME),
                "lifeEvents", topics(Topic.Kind.LIFE_EVENT));
    }

    private List<Choice> topics(Topic.Kind kind) {
        return catalogue.topics(kind).stream()
                .map(topic -> new Choice(topic.key(), topic.name()))
                .toList();
    }

    private static String to(VersionInfo info) {
        return "redirect:/admin/items/" + info.code() + "/" + info.version();
    }
}
