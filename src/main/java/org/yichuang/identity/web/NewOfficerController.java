package org.yichuang.identity.web;

import static org.yichuang.identity.web.RegisterForm.text;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewOfficer;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A new officer's account. */
@Controller
@Access(Role.SECURITY_ADMINISTRATOR)
class NewOfficerController {
    private final NewAccounts accounts;

    NewOfficerController(NewAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/admin/accounts/new")
    String page(Model model) {
        return page(model, new OfficerForm(null, null, null, null, Set.of(Role.OFFICER)), null);
    }

    @PostMapping("/admin/accounts")
    String create(
            @ModelAttribute("form") OfficerForm form, Visitor visitor, HttpServletResponse response, Model model) {
        Set<Role> roles = form.roles() == null ? Set.of() : form.roles();
        var officer = new NewOfficer(text(form.login()), text(form.name()), form.phone(), form.idNumber(), roles);
        try {
            var account = accounts.createOfficer(officer, Actor.of(visitor.id()));
            return "redirect:/admin/accounts/" + account.id() + "?done=made";
        } catch (Problem problem) {
            response.setStatus(problem.status());
            return page(model, form, problem);
        }
    }

    private static String page(Model model, OfficerForm form, @Nullable Problem problem) {
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "identity/newOfficer";
    }
}
