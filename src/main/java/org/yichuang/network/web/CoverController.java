package org.yichuang.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.network.cover.Covering;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Away and cover: an officer says when they are away, and sees who else is and who stands in. */
@Controller
@Access(Role.OFFICER)
class CoverController {
    private final Covering covering;

    CoverController(Covering covering) {
        this.covering = covering;
    }

    @GetMapping("/desk/cover")
    String cover(Visitor visitor, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", done);
        return page(visitor, AwayForm.EMPTY, null, model);
    }

    @PostMapping("/desk/cover")
    String report(
            Visitor visitor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        AwayForm form = new AwayForm(from, to, reason);
        try {
            form.report(covering, visitor);
            return "redirect:/desk/cover?done=reported";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return page(visitor, form, problem, model);
        }
    }

    @PostMapping("/desk/cover/{id}/cancel")
    String cancel(Visitor visitor, @PathVariable UUID id, Model model, HttpServletResponse response) {
        try {
            covering.cancel(visitor, id);
            return "redirect:/desk/cover?done=cancelled";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return page(visitor, AwayForm.EMPTY, problem, model);
        }
    }

    @GetMapping(path = "/desk/cover.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<byte[]> export(Visitor visitor) {
        var csv = Csv.of("officer", "name", "from", "to", "reason");
        covering.seen(visitor, covering.today())
                .forEach(away -> csv.row(away.officer(), away.name(), away.from(), away.to(), away.reason()));
        return csv.answer("absences");
    }

    private String page(Visitor visitor, AwayForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("listed", covering.officer(visitor).isPresent());
        model.addAttribute("posts", covering.posts(visitor));
        model.addAttribute("absences", covering.seen(visitor, covering.today()));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "network/cover";
    }
}
