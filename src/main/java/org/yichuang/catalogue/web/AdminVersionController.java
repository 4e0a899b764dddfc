package org.yichuang.catalogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemKinds;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.ItemFields;
import org.yichuang.catalogue.document.ItemPlaces;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.RecordWords;
import org.yichuang.network.Act;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** A version of an item for the administrator: what the rules find in it, and its way from draft to retirement. */
@Controller
@RequestMapping("/admin/items")
@Access(Role.ADMINISTRATOR)
class AdminVersionController {
    private final CatalogueOffice office;
    private final Network network;
    private final Journal journal;
    private final List<RecordWords> words;
    private final Clock clock;

    AdminVersionController(
            CatalogueOffice office, Network network, Journal journal, List<RecordWords> words, Clock clock) {
        this.office = office;
        this.network = network;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/{code}/{version}")
    String show(@PathVariable String code, @PathVariable int version, Model model) {
        return version(code, version, null, model);
    }

    private String version(String code, int version, @Nullable Problem problem, Model model) {
        ItemVersion item = office.body(code, version);
        model.addAttribute("item", item);
        model.addAttribute("info", office.info(code, version));
        model.addAttribute("places", new ItemPlaces(ItemFields.of(item)));
        model.addAttribute("versions", office.versions(code));
        model.addAttribute("findings", office.findings(item));
        List<Unit> units = network.units(item.department()).stream()
                .filter(unit -> network.division(unit.division())
                        .filter(in -> item.levels().contains(in.tier()))
                        .isPresent())
                .toList();
        model.addAttribute("units", units.size());
        model.addAttribute("unmanned", unmanned(item, units));
        model.addAttribute("entries", RecordLine.of(journal.of(ItemKinds.subject(code)), words));
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

    /** A new draft with the content of this version. */
    @PostMapping("/{code}/{version}/revise")
    String revise(
            @PathVariable String code,
            @PathVariable int version,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        return done(
                () -> TextController.to(office.draft(office.body(code, version), Actor.of(visitor.id()))),
                code,
                version,
                model,
                response);
    }

    @PostMapping("/{code}/{version}/{act:check|publish|retire|discard}")
    String act(
            @PathVariable String code,
            @PathVariable int version,
            @PathVariable String act,
            @RequestParam int revision,
            Visitor visitor,
            Model model,
            HttpServletResponse response) {
        Actor actor = Actor.of(visitor.id());
        return done(
                () -> switch (act) {
                    case "check" -> TextController.to(office.check(code, version, revision, actor));
                    case "publish" -> TextController.to(office.publish(code, version, revision, actor));
                    case "retire" -> TextController.to(office.retire(code, version, revision, actor));
                    default -> {
                        office.discard(code, version, revision, actor);
                        yield "redirect:/admin/items";
                    }
                },
                code,
                version,
                model,
                response);
    }

    /** Where the act leads, or its version's page with why it was refused. */
    private String done(Supplier<String> act, String code, int version, Model model, HttpServletResponse response) {
        try {
            return act.get();
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return version(code, version, problem, model);
        }
    }
}
