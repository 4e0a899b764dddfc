package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.TurnedAway;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** AL-32 (2) for who stands at a window of the wrong authority: told which one is right, in writing, and put on record. */
@Controller
@Access(Role.OFFICER)
class NotHereController {
    private static final String PATH = "/desk/intake/{item}/{applicant}/not-here";

    private final Casework casework;
    private final Catalogue catalogue;
    private final WindowApplicants applicants;
    private final IntakeForms forms;
    private final Network network;

    NotHereController(
            Casework casework, Catalogue catalogue, WindowApplicants applicants, IntakeForms forms, Network network) {
        this.casework = casework;
        this.catalogue = catalogue;
        this.applicants = applicants;
        this.forms = forms;
        this.network = network;
    }

    @GetMapping(PATH)
    String page(Visitor visitor, @PathVariable String item, @PathVariable UUID applicant, Model model) {
        applicants.receiving(visitor);
        var usual = new LinkedMultiValueMap<String, String>();
        usual.add("denialReason", DenialFiling.Reason.NOT_OUR_AUTHORITY.name());
        if (catalogue.inForce(item).licence()) {
            usual.add("article", "行政许可法第三十二条");
        }
        return page(item, applicant, new ActInput(usual), null, model);
    }

    @PostMapping(PATH)
    String turnAway(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        applicants.receiving(visitor);
        var input = new ActInput(fields);
        String agent = input.text("agentName");
        String division = input.text("division");
        try {
            Receipt receipt = casework.turnAway(
                    visitor,
                    new TurnedAway(
                            applicant,
                            agent.isEmpty() ? null : agent,
                            applicants.window(visitor),
                            item,
                            division.isEmpty() ? null : division,
                            new ActReader(input).wholeDenial()));
            return "redirect:/desk/cases/" + receipt.caseId();
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return page(item, applicant, input, input.named(problem), model);
        }
    }

    private String page(String code, UUID applicant, ActInput input, @Nullable Problem problem, Model model) {
        ItemVersion item = catalogue.inForce(code);
        Account account = forms.applicant(applicant);
        model.addAttribute("page", new IntakePage(item, account, Map.of(), problem, IntakePage.places(network)))
                .addAttribute("input", input)
                .addAttribute("problem", problem);
        return "casework/desk/notHere";
    }
}
