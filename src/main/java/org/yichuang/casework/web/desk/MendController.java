package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Who stands at the window mends their application: on the spot, or in answer to the one notice (AL-32). */
@Controller
@Access(Role.OFFICER)
class MendController {
    private final Casework casework;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Network network;

    MendController(Casework casework, Cases cases, Catalogue catalogue, Uploads uploads, Network network) {
        this.casework = casework;
        this.cases = cases;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.network = network;
    }

    @GetMapping("/desk/cases/{id}/act/correct")
    String correction(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            Model model) {
        return dialogue(cases.view(visitor, id), ActKind.CORRECT, from, model);
    }

    @GetMapping("/desk/cases/{id}/act/supplement")
    String supplement(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            Model model) {
        return dialogue(cases.view(visitor, id), ActKind.SUPPLEMENT, from, model);
    }

    @PostMapping("/desk/cases/{id}/act/correct")
    String correct(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return mend(visitor, cases.view(visitor, id), ActKind.CORRECT, version, fields, request, response, model);
    }

    @PostMapping("/desk/cases/{id}/act/supplement")
    String supplement(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return mend(visitor, cases.view(visitor, id), ActKind.SUPPLEMENT, version, fields, request, response, model);
    }

    private String mend(
            Visitor visitor,
            CaseView view,
            ActKind kind,
            int version,
            MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ItemVersion item = item(view);
        List<Field> asked = MendPage.fields(view, item, kind);
        Map<String, Object> answers = MendPage.changed(view.answers(), asked, fields);
        Map<String, Object> typed = new HashMap<>(view.answers());
        typed.putAll(answers);
        List<Material> named = MendPage.taken(view, item, kind, typed);
        Uploads.Taken scans = uploads.take(visitor, named, MendPage.INPUT, request);
        try {
            scans.whole();
            var materials = new ActInput(fields).withPaper(named, scans);
            casework.act(
                    visitor,
                    view.id(),
                    version,
                    kind == ActKind.CORRECT
                            ? new CaseAct.Correct(new ActInput(fields).text("what"), answers, materials)
                            : new CaseAct.Supplement(answers, materials));
            return "redirect:" + new ActInput(fields).list().kept("/desk/cases/" + view.id() + "?done=" + kind.slug());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            model.addAttribute("kept", scans.files());
            return dialogue(view, kind, fields, answers, problem, model);
        }
    }

    private String dialogue(CaseView view, ActKind kind, String from, Model model) {
        var untouched = new LinkedMultiValueMap<String, String>();
        untouched.add(FromList.PARAMETER, from);
        return dialogue(view, kind, untouched, Map.of(), null, model);
    }

    private String dialogue(
            CaseView view,
            ActKind kind,
            MultiValueMap<String, String> fields,
            Map<String, Object> changed,
            @Nullable Problem problem,
            Model model) {
        Map<String, Object> typed = new HashMap<>(view.answers());
        typed.putAll(changed);
        model.addAttribute(
                "page", new MendPage(view, item(view), kind, typed, new ActInput(fields), places(view), problem));
        model.addAttribute(
                "effects", ActForm.of(kind).orElseThrow().effects(item(view).licence()));
        return "casework/desk/mend";
    }

    private ItemVersion item(CaseView view) {
        return catalogue.version(view.item().code(), view.item().version());
    }

    /** The case's unit is settled, so its place can change within the district only. */
    private List<Division> places(CaseView view) {
        String division = view.place().division();
        List<Division> path = division == null ? List.of() : network.path(division);
        List<Division> district = path.subList(Math.min(1, path.size()), Math.min(2, path.size()));
        return Stream.concat(
                        district.stream(), district.stream().flatMap(one -> network.divisionsIn(one.code()).stream()))
                .toList();
    }
}
