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
import org.springframework.web.servlet.HandlerMapping;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.identity.Accounts;
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
    private static final String CORRECT = "/desk/cases/{id}/act/correct";
    private static final String SUPPLEMENT = "/desk/cases/{id}/act/supplement";

    private final Casework casework;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Network network;
    private final Accounts accounts;
    private final CaseFrames frames;

    MendController(
            Casework casework,
            Cases cases,
            Catalogue catalogue,
            Uploads uploads,
            Network network,
            Accounts accounts,
            CaseFrames frames) {
        this.casework = casework;
        this.cases = cases;
        this.catalogue = catalogue;
        this.uploads = uploads;
        this.network = network;
        this.frames = frames;
        this.accounts = accounts;
    }

    @GetMapping({CORRECT, SUPPLEMENT})
    String dialogue(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            HttpServletRequest request,
            Model model) {
        var untouched = new LinkedMultiValueMap<String, String>();
        untouched.add(FromList.PARAMETER, from);
        CaseView view = cases.view(visitor, id);
        return dialogue(view, kind(request), new ActInput(untouched), view.answers(), null, model);
    }

    @PostMapping({CORRECT, SUPPLEMENT})
    String mend(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CaseView view = cases.view(visitor, id);
        ItemVersion item = item(view);
        ActKind kind = kind(request);
        var input = new ActInput(fields);
        Map<String, Object> answers = MendPage.changed(view.answers(), MendPage.fields(view, item, kind), fields);
        Map<String, Object> typed = new HashMap<>(view.answers());
        typed.putAll(answers);
        List<Material> named = MendPage.taken(view, item, kind, typed);
        Uploads.Taken scans = uploads.take(visitor, named, MendPage.INPUT, request, List.of());
        try {
            scans.whole();
            List<SubmittedMaterial> materials = input.withPaper(named, scans);
            CaseAct act = kind == ActKind.CORRECT
                    ? new CaseAct.Correct(input.text("what"), answers, materials)
                    : new CaseAct.Supplement(answers, materials);
            casework.act(visitor, id, version, act);
            return "redirect:" + input.list().kept("/desk/cases/" + id + "?done=" + kind.slug());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            model.addAttribute("kept", scans.files());
            return dialogue(view, kind, input, typed, problem, model);
        }
    }

    /** Which of the two the address names. */
    private static ActKind kind(HttpServletRequest request) {
        Object address = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return CORRECT.equals(address) ? ActKind.CORRECT : ActKind.SUPPLEMENT;
    }

    private String dialogue(
            CaseView view,
            ActKind kind,
            ActInput input,
            Map<String, Object> typed,
            @Nullable Problem problem,
            Model model) {
        ItemVersion item = item(view);
        model.addAttribute("page", new MendPage(view, item, kind, typed, input, places(view), problem))
                .addAttribute("effects", ActForm.of(kind).orElseThrow().effects(item.licence()))
                .addAttribute(
                        "unread", !accounts.get(view.applicant().account()).opens())
                .addAttribute("lacking", frames.lacking(view));
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
