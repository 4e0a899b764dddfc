package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Organisation;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;

/** The own account: data, password, sessions. */
@Controller
@Access(Role.SIGNED_IN)
class AccountController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final PasswordLinks passwords;

    AccountController(Accounts accounts, Sessions sessions, SignIn signIn, PasswordLinks passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    @GetMapping("/account")
    String page(
            @RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        return page(model, signed, done, null);
    }

    @PostMapping("/account/contact")
    String contact(
            @RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(required = false) @Nullable String legalRepresentative,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.contact(signed.visitor().id(), phone, legalRepresentative);
            return "redirect:/account?done=contact";
        } catch (Problem problem) {
            ProblemAnswer.status(problem, response);
            model.addAttribute("phone", phone);
            model.addAttribute("legalRepresentative", legalRepresentative);
            return page(model, signed, null, problem);
        }
    }

    @PostMapping("/account/password")
    String password(
            @RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Model model) {
        try {
            Passwords.same(password, again);
            var checked = signIn.confirm(signed.visitor().id(), current);
            passwords.change(checked, password, signed.session());
            return "redirect:/account?done=password";
        } catch (Problem problem) {
            Problem shown = problem.errors().isEmpty() ? problem.at("current") : problem;
            ProblemAnswer.status(problem, response);
            return page(model, signed, null, shown);
        }
    }

    @PostMapping("/account/sessions/{session}/revoke")
    String revoke(@RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed, @PathVariable UUID session) {
        UUID account = signed.visitor().id();
        sessions.revoke(account, session, Actor.of(account));
        return "redirect:/account";
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(
            @RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID account = signed.visitor().id();
        sessions.revokeAll(account, null, Actor.of(account));
        SessionCookie.clear(request, response);
        return "redirect:/sign-in";
    }

    private String page(Model model, Sessions.Signed signed, @Nullable String done, @Nullable Problem problem) {
        UUID id = signed.visitor().id();
        Account account = accounts.get(id);
        Organisation company = account.organisation();
        model.addAttribute("account", account);
        if (!model.containsAttribute("phone")) {
            model.addAttribute("phone", account.phone());
            model.addAttribute("legalRepresentative", company == null ? null : company.legalRepresentative());
        }
        model.addAttribute("sessions", sessions.of(id));
        model.addAttribute("current", signed.session());
        model.addAttribute("done", done);
        model.addAttribute("problem", problem);
        return "identity/account";
    }
}
