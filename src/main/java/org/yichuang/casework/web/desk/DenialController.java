package org.yichuang.casework.web.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's desk: every "no" that left a window, to be upheld, questioned or reversed. */
@Controller
@Access(Role.SUPERVISOR)
class DenialController {
    private final Denials denials;

    DenialController(Denials denials) {
        this.denials = denials;
    }

    @GetMapping("/desk/denials")
    String list(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean reviewed,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String after,
            Model model) {
        Page<DenialRow> page = denials.list(visitor, reviewed, after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", Optional.ofNullable(page.next()).orElse(""));
        model.addAttribute("reviewed", reviewed);
        return "casework/desk/denials";
    }

    @PostMapping("/desk/denials/{id}")
    String review(Visitor visitor, @PathVariable UUID id, @RequestParam String judgement, @RequestParam String remark) {
        denials.review(visitor, id, judgement(judgement), remark);
        return "redirect:/desk/denials";
    }

    private static Judgement judgement(String name) {
        try {
            return Judgement.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("judgement", "请选维持、质询或撤销", "Choose to uphold, question or reverse");
        }
    }
}
