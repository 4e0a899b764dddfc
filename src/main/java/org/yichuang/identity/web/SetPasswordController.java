package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;

/** Sets a password with a code that a window or the security administrator gave. */
@Controller
@Access(Role.ANYONE)
class SetPasswordController {
    private final PasswordLinks links;
    private final Sessions sessions;

    SetPasswordController(PasswordLinks links, Sessions sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @GetMapping("/set-password")
    String page(@RequestParam(defaultValue = "") String code, Model model) {
        return page(model, code, null);
    }

    @PostMapping("/set-password")
    String set(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            @RequestAttribute(name = Sessions.Signed.ATTRIBUTE, required = false) Sessions.@Nullable Signed before,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            asked(code, password);
            Passwords.same(password, again);
            var account = links.use(code, password);
            sessions.end(before);
            SessionCookie.set(
                    request,
                    response,
                    sessions.open(account, false, Browsers.agent(request)).token());
            return "redirect:" + Next.after(null, account.roles());
        } catch (Problem problem) {
            Problem shown = problem.errors().isEmpty() ? problem.at("code") : problem;
            ProblemAnswer.status(problem, response);
            return page(model, code, shown);
        }
    }

    private static void asked(String code, String password) {
        var errors = new ArrayList<FieldError>();
        if (code.isBlank()) {
            errors.add(new FieldError("code", Text.of("请填写开通码", "Enter the code")));
        }
        if (password.isEmpty()) {
            errors.add(new FieldError("password", Text.of("请填写新密码", "Enter a new password")));
        }
        Problem.ifAny(errors);
    }

    private static String page(Model model, String code, @Nullable Problem problem) {
        model.addAttribute("code", code);
        model.addAttribute("problem", problem);
        return "identity/setPassword";
    }
}
