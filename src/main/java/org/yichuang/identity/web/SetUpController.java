package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.signin.SetUp;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The first three people of an empty database. */
@Controller
@Access(Role.ANYONE)
class SetUpController {
    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping("/setup/{token}")
    String page(@PathVariable String token, Model model) {
        if (!setUp.open(token)) {
            throw SetUp.dead();
        }
        return page(model, token, Map.of(), null);
    }

    @PostMapping("/setup/{token}")
    String run(
            @PathVariable String token,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        try {
            setUp.run(token, people(typed));
            return "redirect:/sign-in?done=set-up";
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            response.setStatus(problem.status());
            return page(model, token, typed, problem);
        }
    }

    private static List<SetUp.Person> people(Map<String, String> typed) {
        return IntStream.rangeClosed(1, SetUp.THREE.size())
                .mapToObj(i -> new SetUp.Person(
                        typed.get("login-" + i),
                        typed.get("name-" + i),
                        typed.get("idNumber-" + i),
                        typed.get("password-" + i)))
                .toList();
    }

    private static String page(Model model, String token, Map<String, String> typed, @Nullable Problem problem) {
        model.addAttribute("token", token);
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "identity/setUp";
    }
}
