package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The first page of an application: whom the item is for, where the matter lies. */
@Controller
@Access({Role.RESIDENT, Role.COMPANY})
class StartController {
    private final Catalogue catalogue;
    private final Cases cases;
    private final Drafts drafts;
    private final Drafting drafting;
    private final Districts districts;

    StartController(Catalogue catalogue, Cases cases, Drafts drafts, Drafting drafting, Districts districts) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.drafts = drafts;
        this.drafting = drafting;
        this.districts = districts;
    }

    /** @param in the place chosen in the guide, by its code: its district is ticked */
    @GetMapping("/apply/{item}")
    String start(
            Visitor visitor,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(defaultValue = "") String in,
            Model model) {
        String chosen = districts.districtOf(in).orElse(null);
        model.addAttribute("page", page(visitor, catalogue.inForce(item), chosen, from));
        return "casework/applicant/start";
    }

    @PostMapping("/apply/{item}")
    String begin(
            Visitor visitor,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(required = false) @Nullable UUID from,
            Model model,
            HttpServletResponse response) {
        ItemVersion version = catalogue.inForce(item);
        StartPage page = page(visitor, version, division, from);
        Problem problem = wrong(page, division);
        if (problem != null) {
            response.setStatus(problem.status());
            model.addAttribute("page", page).addAttribute("problem", problem);
            return "casework/applicant/start";
        }
        Draft draft = drafting.start(visitor, version, division.isEmpty() ? null : division, from);
        return "redirect:/apply/draft/" + draft.id() + (from == null ? "" : "?from=" + from);
    }

    private static @Nullable Problem wrong(StartPage page, String division) {
        if (!page.forVisitor()) {
            return Problem.forbidden("这件事不由您现在的账号申请", "This is not applied for with your kind of account");
        }
        if (!page.online()) {
            return Problem.conflict("not-online", "这件事要到窗口办", "This is applied for at a window");
        }
        boolean known = page.places().isEmpty()
                || page.places().stream().anyMatch(place -> place.code().equals(division));
        return known ? null : Problem.invalid("division", "请选一个区", "Please choose a district");
    }

    /** @param chosen the district, null while nobody chose: then that of the case to begin from */
    private StartPage page(Visitor visitor, ItemVersion item, @Nullable String chosen, @Nullable UUID from) {
        Audience as = visitor.is(Role.COMPANY) ? Audience.COMPANY : Audience.RESIDENT;
        List<Draft> begun = drafts.mine(visitor).stream()
                .filter(draft -> draft.item().equals(item.code()))
                .toList();
        CaseView earlier = earlier(visitor, item, from);
        return new StartPage(
                item,
                as,
                districts.of(item),
                districts.unit(item, null),
                begun,
                cases.open(visitor, item.code()),
                chosen == null ? district(from == null ? null : earlier) : chosen,
                earlier,
                from != null);
    }

    /** The case asked for, or else the last of the item that came to nothing. */
    private @Nullable CaseView earlier(Visitor visitor, ItemVersion item, @Nullable UUID from) {
        if (from != null) {
            return drafting.own(visitor, from)
                    .filter(view -> view.item().code().equals(item.code()))
                    .orElseThrow(() -> Problem.notFound("您没有这个事项的这个办件", "You have no such case of this item"));
        }
        return cases.cameToNothing(visitor, item.code())
                .flatMap(row -> drafting.own(visitor, row.id()))
                .filter(view -> !view.answers().isEmpty())
                .orElse(null);
    }

    private String district(@Nullable CaseView earlier) {
        return Optional.ofNullable(earlier)
                .map(view -> view.place().division())
                .flatMap(districts::districtOf)
                .orElse("");
    }
}
