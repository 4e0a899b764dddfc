package org.yichuang.casework.web.desk;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Cases;
import org.yichuang.casework.CaseView;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.casework.web.Clocks;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A case on the desk: facts and materials left; clock, acts and timeline right. */
@Controller
@Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
class CaseController {
    private final Cases cases;
    private final Catalogue catalogue;
    private final Clocks clocks;

    CaseController(Cases cases, Catalogue catalogue, Clocks clocks) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.clocks = clocks;
    }

    /** @param show the material in the viewer, by its place in the list */
    @GetMapping("/desk/cases/{id}")
    String view(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "0") int show, Model model) {
        CaseView view = cases.view(visitor, id);
        model.addAttribute("view", view);
        model.addAttribute("version", catalogue.version(view.item().code(), view.item().version()));
        model.addAttribute("face", clocks.of(view).orElse(null));
        model.addAttribute("timeline", cases.timeline(visitor, id).reversed());
        model.addAttribute("show", Math.max(0, Math.min(show, view.materials().size() - 1)));
        return "casework/desk/case";
    }
}
