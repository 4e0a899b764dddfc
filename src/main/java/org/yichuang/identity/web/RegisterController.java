package org.yichuang.identity.web;

import static org.yichuang.identity.web.RegisterForm.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.Account;
import org.yichuang.identity.Attempts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewCompany;
import org.yichuang.identity.NewResident;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;

@Controller
@Access(Role.ANYONE)
class RegisterController {
    private final NewAccounts accounts;
    private final Attempts attempts;
    private final Sessions sessions;

    RegisterController(NewAccounts accounts, Attempts attempts, Sessions sessions) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    @GetMapping("/register")
    String page(@ModelAttribute("form") RegisterForm form, Model model) {
        return page(model, form, null);
    }

    /**
     * @param then {@code language} or {@code kind}: nothing but the page in the other language, or for the other kind of
     *     applicant, with what was typed
     */
    @PostMapping("/register")
    String register(
            @ModelAttribute("form") RegisterForm form,
            @RequestParam(defaultValue = "") String then,
            @RequestAttribute(name = Sessions.Signed.ATTRIBUTE, required = false) Sessions.@Nullable Signed before,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (then.equals("language") || then.equals("kind")) {
            return page(model, form, null);
        }
        try {
            Account account = attempts.registering(
                    request.getRemoteAddr(), () -> form.company() ? company(form) : resident(form));
            sessions.end(before);
            var opened = sessions.open(account, false, Browsers.agent(request));
            SessionCookie.set(request, response, opened.token());
            return "redirect:" + Next.after(form.next(), account.roles());
        } catch (Problem problem) {
            ProblemAnswer.status(problem, response);
            return page(model, form, problem);
        }
    }

    private Account resident(RegisterForm form) {
        var who = new NewResident(
                text(form.idNumber()), text(form.name()), text(form.phone()), form.login(), text(form.password()));
        return accounts.registerResident(who, text(form.again()));
    }

    private Account company(RegisterForm form) {
        var who = new NewCompany(
                text(form.uscc()),
                text(form.name()),
                text(form.legalRepresentative()),
                text(form.phone()),
                form.login(),
                text(form.password()));
        return accounts.registerCompany(who, text(form.again()));
    }

    private static String page(Model model, RegisterForm form, @Nullable Problem problem) {
        model.addAttribute("form", form);
        model.addAttribute("next", Next.local(form.next()));
        model.addAttribute("problem", problem);
        return "identity/register";
    }
}
