package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.signin.ApiTokens;
import org.yichuang.identity.store.TokenStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Systems and their API tokens, as the security administrator works on them. */
@Controller
@RequestMapping("/admin/systems")
@Access(Role.SECURITY_ADMINISTRATOR)
class SystemsController {
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final ApiTokens tokens;

    SystemsController(Accounts accounts, NewAccounts newAccounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.tokens = tokens;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", done);
        return list(model, after, null, null);
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            Visitor visitor,
            HttpServletResponse response,
            Model model) {
        try {
            newAccounts.createSystem(login, name, Actor.of(visitor.id()));
            return "redirect:/admin/systems";
        } catch (Problem problem) {
            model.addAttribute("login", login);
            model.addAttribute("name", name);
            return refused(problem, response, model);
        }
    }

    /** Shows the new token at once, on the only page that ever has it. */
    @PostMapping("/{id}/tokens")
    String issue(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "365") int days,
            Visitor visitor,
            HttpServletResponse response,
            Model model) {
        Account system = accounts.get(id);
        try {
            return list(model, null, tokens.issue(system, name, days, Actor.of(visitor.id())), null);
        } catch (Problem problem) {
            return refused(problem, response, model);
        }
    }

    @PostMapping("/{id}/tokens/{token}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID token, Visitor visitor) {
        tokens.revoke(id, token, Actor.of(visitor.id()));
        return "redirect:/admin/systems?done=revoked";
    }

    private String refused(Problem problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        return list(model, null, null, problem);
    }

    private String list(
            Model model, @Nullable String after, ApiTokens.@Nullable Issued issued, @Nullable Problem problem) {
        Page<Account> page = accounts.search(AccountKind.SYSTEM, "", after, Page.DEFAULT_SIZE);
        Map<Account, List<TokenStore.Row>> systems = new LinkedHashMap<>();
        var all = tokens.of(page.items().stream().map(Account::id).toList());
        page.items().forEach(system -> systems.put(system, all.getOrDefault(system.id(), List.of())));
        model.addAttribute("systems", systems);
        model.addAttribute("next", page.next());
        model.addAttribute("issued", issued);
        model.addAttribute("problem", problem);
        return "identity/systems";
    }
}
