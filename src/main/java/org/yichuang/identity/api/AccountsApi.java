package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewOfficer;
import org.yichuang.identity.Roles;
import org.yichuang.identity.signin.Lockout;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;

/** Accounts by API, for the security administrator. */
@RestController
@RequestMapping(AccountsApi.ADDRESS)
@Access(Role.SECURITY_ADMINISTRATOR)
class AccountsApi {
    static final String ADDRESS = "/api/v1/accounts";

    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Roles roles;
    private final Lockout lockout;
    private final Sessions sessions;
    private final PasswordLinks links;

    AccountsApi(
            Accounts accounts,
            NewAccounts newAccounts,
            Roles roles,
            Lockout lockout,
            Sessions sessions,
            PasswordLinks links) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.roles = roles;
        this.lockout = lockout;
        this.sessions = sessions;
        this.links = links;
    }

    record PasswordLinkDto(
            @Schema(description = "Sets a password, once; told once")
            String code,

            @Schema(description = "The page it is typed at") String path,
            Instant expiresAt,

            @Schema(description = "It works when a second person has confirmed it")
            boolean waits) {
        @Override
        public String toString() {
            return "PasswordLinkDto";
        }
    }

    @Operation(
            summary =
                    "Accounts by name, of a kind, found by the beginning of a name, page by page; by somebody's number"
                            + " ask accounts/find")
    @GetMapping
    Page<AccountDto> list(
            @RequestParam(required = false) @Nullable AccountKind kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        if (!accounts.numberIn(q).isEmpty()) {
            throw Problem.invalid(
                    "q",
                    "号码不写进地址：用 POST /api/v1/accounts/find 查",
                    "A number stands in no address: ask POST /api/v1/accounts/find");
        }
        return accounts.search(kind, q, after, Page.size(size)).map(AccountDto::of);
    }

    record NumberDto(
            @Schema(description = "The resident ID number, or the company's credit code, however it is typed")
            String number) {
        @Override
        public String toString() {
            return "NumberDto";
        }
    }

    @Operation(summary = "The accounts of somebody's number: two where one is a resident and an officer, or none")
    @PostMapping("/find")
    @WithoutKey(refused = false)
    List<AccountDto> find(@RequestBody NumberDto body) {
        if (body.number().length() > Accounts.LONGEST
                || accounts.numberIn(body.number()).isEmpty()) {
            throw Problem.invalid("number", "这不是证件号或信用代码", "This is no ID number and no credit code");
        }
        return accounts.numbered(null, body.number()).stream()
                .map(AccountDto::of)
                .toList();
    }

    @Operation(summary = "Open an officer's account; the password link of one of the three waits for another of them")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountDto> create(@RequestBody NewOfficer body, Visitor visitor) {
        return created(newAccounts.createOfficer(body, by(visitor)));
    }

    static ResponseEntity<AccountDto> created(Account account) {
        return ResponseEntity.created(URI.create(ADDRESS + "/" + account.id())).body(AccountDto.of(account));
    }

    @Operation(summary = "One account")
    @GetMapping("/{id}")
    AccountDto one(@PathVariable UUID id) {
        return AccountDto.of(accounts.get(id));
    }

    record NameDto(
            @Schema(description = "As the document has it, at most 100 characters")
            String name,

            @Schema(description = "By which document it is corrected")
            String reason) {
        @Override
        public String toString() {
            return "NameDto";
        }
    }

    @Operation(summary = "Correct the name that a number is on record under; cases and letters that exist keep theirs")
    @PutMapping("/{id}/name")
    AccountDto rename(@PathVariable UUID id, @RequestBody NameDto body, Visitor visitor) {
        return AccountDto.of(accounts.rename(id, body.name(), body.reason(), by(visitor)));
    }

    @Operation(
            summary = "Give a role; administrator, security administrator and auditor are three people, and who becomes"
                    + " one sets a new password, by a link that another of the three confirms")
    @PutMapping("/{id}/roles/{role}")
    AccountDto grant(@PathVariable UUID id, @PathVariable Role role, Visitor visitor) {
        roles.grant(id, role, by(visitor));
        return one(id);
    }

    @Operation(summary = "Take a role away")
    @DeleteMapping("/{id}/roles/{role}")
    AccountDto revoke(@PathVariable UUID id, @PathVariable Role role, Visitor visitor) {
        roles.revoke(id, role, by(visitor));
        return one(id);
    }

    @Operation(summary = "Let an account sign in no more; its sessions end")
    @PostMapping("/{id}/disable")
    AccountDto disable(@PathVariable UUID id, Visitor visitor) {
        accounts.disable(id, by(visitor));
        return one(id);
    }

    @Operation(summary = "Let an account sign in again")
    @PostMapping("/{id}/enable")
    AccountDto enable(@PathVariable UUID id, Visitor visitor) {
        accounts.enable(id, by(visitor));
        return one(id);
    }

    @Operation(summary = "Open an account that wrong passwords locked")
    @PostMapping("/{id}/unlock")
    AccountDto unlock(@PathVariable UUID id, Visitor visitor) {
        AccountDto account = one(id);
        lockout.unlock(id, by(visitor));
        return account;
    }

    @Operation(summary = "End all sessions of an account")
    @DeleteMapping("/{id}/sessions")
    AccountDto signOut(@PathVariable UUID id, Visitor visitor) {
        AccountDto account = one(id);
        sessions.revokeAll(id, null, by(visitor));
        return account;
    }

    @Operation(summary = "A link by which the owner sets a new password, told once")
    @PostMapping("/{id}/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    @WithoutKey
    PasswordLinkDto passwordLink(@PathVariable UUID id, Visitor visitor) {
        var link = links.issue(accounts.get(id), by(visitor));
        return new PasswordLinkDto(link.code(), link.path(), link.expires(), link.waits());
    }

    private static Actor by(Visitor visitor) {
        return Actor.of(visitor.id());
    }
}
