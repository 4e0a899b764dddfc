package org.yichuang.identity.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Appointments and resets of a password that wait for a second person; who issues them is not among these. */
@Controller
@RequestMapping("/admin/password-links")
@Access({Role.ADMINISTRATOR, Role.AUDITOR})
class SecondPersonController {
    private final SecondPerson second;

    SecondPersonController(SecondPerson second) {
        this.second = second;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("waiting", second.waiting());
        return "identity/secondPerson";
    }

    @PostMapping("/{account}/confirm")
    String confirm(@PathVariable UUID account, Visitor visitor) {
        second.confirm(account, visitor.id());
        return "redirect:/admin/password-links";
    }
}
