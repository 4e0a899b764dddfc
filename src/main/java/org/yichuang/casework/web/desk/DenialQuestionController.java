package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
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
        return list(visitor, Written.NOTHING, model);
    }

    @PostMapping("/desk/questions/{id}")
    String answer(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String answer,
            HttpServletResponse response,
            Model model) {
        try {
            denials.answer(visitor, id, answer);
            return "redirect:/desk/questions";
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return list(visitor, Written.of(id, answer, problem), model);
        }
    }

    private String list(Visitor visitor, Written typed, Model model) {
        model.addAttribute("rows", denials.questions(visitor));
        model.addAttribute("typed", typed);
        return "casework/desk/questions";
    }
}
