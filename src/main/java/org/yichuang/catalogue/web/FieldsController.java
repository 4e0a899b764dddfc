package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.yichuang.catalogue.document.FormElement.Page;
import org.yichuang.catalogue.document.ItemFields;
import org.yichuang.catalogue.document.ItemReferences;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A draft as a form of some pages: the same as its text in {@link TextController}. */
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
        return form(null, 0, Page.of(null), ItemFields.BLANK, sample(), "", null, model);
    }

    /** A new item has the sample's form and procedure, until they are edited. */
    @PostMapping("/new/fields")
    String create(
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable String row,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        ItemFields fields = ItemFields.sent(all);
        model.addAttribute("unsent", true);
        try {
            if (row != null) {
                ItemFields.Moved moved = fields.move(row);
                return form(null, 0, Page.of(null), moved.fields(), sample(), moved.focus(), null, model);
            }
            fields = fields.compact();
            ItemVersion item = fields.readNew(sample(), Page.of(null).elements(), text);
            if (!office.versions(item.code()).isEmpty()) {
                throw Problem.invalid("code", "已有事项用了这个短名", "An item has this short name already");
            }
            return TextController.to(office.draft(item, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(null, 0, Page.of(null), fields, sample(), "", problem, model);
        }
    }

    private ItemVersion sample() {
        return text.read(ItemText.STARTER, "text");
    }

    /** @param at the field or row that somebody comes for; what it stands in is open */
    @GetMapping({"/{code}/{version}/fields", "/{code}/{version}/fields/{part:form|steps}"})
    String edit(
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable(required = false) @Nullable String part,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        VersionInfo info = office.info(code, version);
        ItemVersion body = office.body(code, version);
        return form(info, info.revision(), Page.of(part), ItemFields.of(body), body, at, null, model);
    }

    @PostMapping({"/{code}/{version}/fields", "/{code}/{version}/fields/{part:form|steps}"})
    String save(
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable(required = false) @Nullable String part,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> all,
            @RequestParam(required = false) @Nullable String row,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        VersionInfo info = office.info(code, version);
        ItemVersion body = office.body(code, version);
        Page page = Page.of(part);
        ItemFields fields = ItemFields.sent(all)
                .named(office.versions(code).stream()
                        .map(stored -> office.body(code, stored.version()))
                        .toList());
        model.addAttribute("unsent", true);
        try {
            if (row != null) {
                ItemFields.Moved moved = fields.move(row);
                return form(info, revision, page, moved.fields(), body, moved.focus(), null, model);
            }
            fields = fields.compact();
            ItemVersion content = fields.read(body, page.elements(), text);
            return TextController.to(office.edit(content.as(version), revision, Actor.of(visitor.id())));
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return form(info, revision, page, fields, body, "", problem, model);
        }
    }

    /**
     * Rows come and go on the page alone; what is saved is saved with the whole form.
     *
     * @param base what the item says beside this page
     */
    private String form(
            @Nullable VersionInfo info,
            int revision,
            Page page,
            ItemFields fields,
            ItemVersion base,
            String focus,
            @Nullable Problem problem,
            Model model) {
        ItemFields whole = fields.beside(base, page.elements());
        model.addAttribute("info", info);
        model.addAttribute("revision", revision);
        model.addAttribute("page", page);
        model.addAttribute("fields", fields);
        model.addAttribute("known", known(whole));
        model.addAttribute("conditions", new ItemReferences(whole).conditions());
        model.addAttribute("focus", focus);
        model.addAttribute("problem", problem);
        return "catalogue/adminFields";
    }

    /** What the city and the item have, to be picked instead of typed. */
    private Map<String, List<Choice>> known(ItemFields fields) {
        Map<String, List<Choice>> known = new HashMap<>(new ItemReferences(fields).byPlace());
        known.put(
                "department",
                network.departments().stream()
                        .map(department -> new Choice(department.key(), department.name()))
                        .toList());
        known.put("themes", topics(Topic.Kind.THEME));
        known.put("lifeEvents", topics(Topic.Kind.LIFE_EVENT));
        return known;
    }

    private List<Choice> topics(Topic.Kind kind) {
        return catalogue.topics(kind).stream()
                .map(topic -> new Choice(topic.key(), topic.name()))
                .toList();
    }
}
