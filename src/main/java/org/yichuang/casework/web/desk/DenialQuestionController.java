package org.yichuang.casework.web.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Denials;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** What the supervising unit asks an officer's unit about a "no", to be answered. */
@Controller
@Access(Role.OFFICER)
class DenialQuestionController {
    private final Denials denials;

    DenialQuestionController(Denials denials) {
        this.denials = denials;
    }

    @GetMapping("/desk/questions")
    String list(Visitor visitor, Model model) {
        return list(visitor, null, model);
    }

    @PostMapping("/desk/questions/{id}")
    String answer(Visitor visitor, @PathVariable UUID id, @RequestParam String answer, Model model) {
        try {
            denials.answer(visitor, id, answer);
            return "redirect:/desk/questions";
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            return list(visitor, problem, model);
        }
    }

    private String list(Visitor visitor, @Nullable Problem problem, Model model) {
        model.addAttribute("rows", denials.questions(visitor));
        model.addAttribute("problem", problem);
        return "casework/desk/questions";
    }
}
