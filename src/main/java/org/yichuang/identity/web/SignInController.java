package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.Attempts;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.identity.DemoMark;
import org.yichuang.identity.DemoOffer;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

@Controller
@Access(Role.ANYONE)
class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final DemoAccounts demos;
    private final DemoMark demo;
    private final Attempts attempts;

    SignInController(SignIn signIn, Sessions sessions, DemoAccounts demos, DemoMark demo, Attempts attempts) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demos = demos;
        this.demo = demo;
        this.attempts = attempts;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(defaultValue = "") String done,
            Visitor visitor,
            Model model) {
        model.addAttribute("made", done.equals("set-up"));
        if (visitor.signedIn() && as == null) {
            return "redirect:" + Next.after(next, visitor.roles());
        }
        return demo.is() && as != null
                ? page(model, next, as, DemoAccounts.PASSWORD, null)
                : page(model, next, "", "", null);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            @RequestAttribute(name = Sessions.Signed.ATTRIBUTE, required = false) Sessions.@Nullable Signed before,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            filled(name, password);
            var opened = attempts.signingIn(
                    request.getRemoteAddr(), () -> signIn.signIn(name, password, false, Browsers.agent(request)));
            sessions.end(before);
            SessionCookie.set(request, response, opened.token());
            return "redirect:" + Next.after(next, opened.roles());
        } catch (Problem problem) {
            ProblemAnswer.status(problem, response);
            return page(model, next, name, "", problem);
        }
    }

    /** What was left empty is named, and was no attempt. */
    private static void filled(String name, String password) {
        List<Problem.FieldError> empty = new ArrayList<>();
        if (name.isBlank()) {
            empty.add(new Problem.FieldError("name", Text.of("请填写登录名或证件号码", "Please enter your login name or number")));
        }
        if (password.isEmpty()) {
            empty.add(new Problem.FieldError("password", Text.of("请填写密码", "Please enter the password")));
        }
        Problem.ifAny(empty);
    }

    @PostMapping("/sign-out")
    String signOut(
            @RequestAttribute(name = Sessions.Signed.ATTRIBUTE, required = false) Sessions.@Nullable Signed signed,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.end(signed);
        SessionCookie.clear(request, response);
        return "redirect:/";
    }

    private String page(Model model, @Nullable String next, String name, String password, @Nullable Problem problem) {
        List<DemoOffer> offers = demo.is() ? demos.offered() : List.of();
        model.addAttribute("form", new SignInForm(name, password, Next.local(next), offers));
        model.addAttribute("problem", problem);
        return "identity/signIn";
    }
}
