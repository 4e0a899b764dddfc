package org.yichuang.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.PasswordLink;
import org.yichuang.identity.Roles;
import org.yichuang.identity.signin.Lockout;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Accounts, as the security administrator works on them. */
@Controller
@RequestMapping("/admin/accounts")
@Access(Role.SECURITY_ADMINISTRATOR)
class AccountsController {
    /** What the page says once it is done. */
    private static final Map<String, Text> DONE = Map.of(
            "made", Text.of("账号已建立；现在给本人开通码。", "The account is made; now give its owner the code."),
            "granted", Text.of("角色已授予。", "The role is granted."),
            "revoked", Text.of("角色已收回。", "The role is revoked."),
            "disabled", Text.of("账号已停用。", "The account is disabled."),
            "officer-disabled",
                    Text.of(
                            "账号已停用。本人是哪个岗位的 A 岗，那里现在就没有人能办：请系统管理员在“网络”里换人，或登记外出，由 B 岗办理。",
                            "The account is disabled. Where its owner is officer A of a post, nobody can act there now: the"
                                    + " administrator gives the post to another under Network, or enters an absence, and B"
                                    + " acts."),
            "enabled", Text.of("账号已恢复使用。", "The account is enabled again."),
            "unlocked", Text.of("账号已解锁。", "The account is unlocked."),
            "renamed", Text.of("名称已更正。", "The name is corrected."),
            "signed-out", Text.of("所有登录都已结束。", "Every session has ended."));

    private final Accounts accounts;
    private final Roles roles;
    private final Lockout lockout;
    private final Sessions sessions;
    private final PasswordLinks links;

    AccountsController(Accounts accounts, Roles roles, Lockout lockout, Sessions sessions, PasswordLinks links) {
        this.accounts = accounts;
        this.roles = roles;
        this.lockout = lockout;
        this.sessions = sessions;
        this.links = links;
    }

    /** @param unknown a number was looked for that nobody has */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable AccountKind kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean unknown,
            Model model) {
        model.addAttribute(
                "page",
                unknown ? new Page<Account>(List.of(), null) : accounts.search(kind, q, after, Page.DEFAULT_SIZE));
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        return "identity/accounts";
    }

    /**
     * Looks for accounts. Somebody's number goes into no address: it leads to the account that has it, and where none has
     * it to the answer that there is none.
     */
    @PostMapping("/find")
    String find(
            @RequestParam(required = false) @Nullable AccountKind kind,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        String typed = q.strip();
        String words = typed.substring(0, Math.min(typed.length(), Accounts.LONGEST));
        if (accounts.numberIn(words).isEmpty()) {
            return "redirect:/admin/accounts?" + (kind == null ? "" : "kind=" + kind + "&") + "q="
                    + UriUtils.encode(words, UTF_8);
        }
        List<Account> found = accounts.numbered(kind, words);
        if (found.size() > 1) {
            model.addAttribute("page", new Page<>(found, null));
            model.addAttribute("kind", kind);
            model.addAttribute("q", "");
            return "identity/accounts";
        }
        return found.isEmpty()
                ? "redirect:/admin/accounts?unknown=true"
                : "redirect:/admin/accounts/" + found.getFirst().id();
    }

    /** For who reloads it, or comes back. */
    @GetMapping("/find")
    String found() {
        return "redirect:/admin/accounts";
    }

    /** All that the list's filter finds, numbers masked as there. */
    @GetMapping("/export.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable AccountKind kind, @RequestParam(defaultValue = "") String q) {
        Csv csv = Csv.of("名称 name", "类别 kind", "登录名 login", "号码 number", "角色 roles", "停用 disabled", "已设密码 claimed");
        Page.all(after -> accounts.search(kind, q, after, Page.MAX_SIZE), "q").forEach(account -> line(csv, account));
        return csv.answer("accounts");
    }

    private static void line(Csv csv, Account account) {
        csv.row(
                account.name(),
                account.kind().text().zh(),
                account.login(),
                account.number() == null ? null : account.number().masked(),
                account.roles().stream()
                        .sorted()
                        .map(role -> Roles.name(role).zh())
                        .collect(Collectors.joining(" ")),
                account.disabled(),
                account.claimed());
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", DONE.get(done));
        return one(id, model, null, null);
    }

    @PostMapping("/{id}/roles")
    String roles(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Role grant,
            @RequestParam(required = false) @Nullable Role revoke,
            Visitor visitor) {
        Actor by = Actor.of(visitor.id());
        if (grant != null) {
            roles.grant(id, grant, by);
        }
        if (revoke != null) {
            roles.revoke(id, revoke, by);
        }
        return back(id, revoke == null ? "granted" : "revoked");
    }

    @PostMapping("/{id}/name")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            HttpServletResponse response,
            Model model) {
        try {
            accounts.rename(id, name, reason, Actor.of(visitor.id()));
            return back(id, "renamed");
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            model.addAttribute("name", name).addAttribute("reason", reason);
            return one(id, model, null, problem);
        }
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable UUID id, Visitor visitor) {
        accounts.disable(id, Actor.of(visitor.id()));
        return back(id, accounts.get(id).kind() == AccountKind.OFFICER ? "officer-disabled" : "disabled");
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable UUID id, Visitor visitor) {
        accounts.enable(id, Actor.of(visitor.id()));
        return back(id, "enabled");
    }

    @PostMapping("/{id}/unlock")
    String unlock(@PathVariable UUID id, Visitor visitor) {
        lockout.unlock(accounts.get(id).id(), Actor.of(visitor.id()));
        return back(id, "unlocked");
    }

    @PostMapping("/{id}/sign-out")
    String signOut(@PathVariable UUID id, Visitor visitor) {
        sessions.revokeAll(accounts.get(id).id(), null, Actor.of(visitor.id()));
        return back(id, "signed-out");
    }

    /** Shows the new code at once, on the only page that ever has it. */
    @PostMapping("/{id}/password-link")
    String passwordLink(@PathVariable UUID id, Visitor visitor, Model model) {
        return one(id, model, links.issue(accounts.get(id), Actor.of(visitor.id())), null);
    }

    private String one(UUID id, Model model, @Nullable PasswordLink link, @Nullable Problem problem) {
        model.addAttribute("account", accounts.get(id));
        model.addAttribute("sessions", sessions.of(id));
        model.addAttribute("lockedUntil", lockout.lockedUntil(id));
        model.addAttribute("link", link);
        model.addAttribute("problem", problem);
        return "identity/accountDetail";
    }

    private static String back(UUID id, String done) {
        return "redirect:/admin/accounts/" + id + "?done=" + done;
    }
}
