package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.identity.store.SessionStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;

/** The own account by API. */
@RestController
@RequestMapping(MeApi.ADDRESS)
@Access(Role.SIGNED_IN)
class MeApi {
    static final String ADDRESS = "/api/v1/me";

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final PasswordLinks passwords;

    MeApi(Accounts accounts, Sessions sessions, SignIn signIn, PasswordLinks passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.passwords = passwords;
    }

    record PasswordDto(
            @Schema(description = "The password that is good now")
            String current,

            @Schema(description = "The new one: 10 to 128 characters, without one's own name, numbers or login")
            String password) {
        @Override
        public String toString() {
            return "PasswordDto";
        }
    }

    record ContactDto(
            @Schema(description = "As it is dialled inside the country; an applicant's has to be there") @Nullable
            String phone,

            @Schema(description = "Of a company, which has to say it; of nobody else") @Nullable
            String legalRepresentative) {
        @Override
        public String toString() {
            return "ContactDto";
        }
    }

    /** One place where the account is signed in. */
    record OwnSessionDto(
            UUID id,

            @Schema(description = "Opened by the API, not in a browser")
            boolean api,

            @Schema(description = "When one signed in (UTC)")
            Instant openedAt,

            @Schema(description = "Used last") Instant seenAt,
            Instant expiresAt,

            @Schema(description = "The browser or program, as it said")
            String agent,

            @Schema(description = "The one that asks") boolean current) {
        static OwnSessionDto of(SessionStore.Row row, UUID current) {
            return new OwnSessionDto(
                    row.id(),
                    row.api(),
                    row.opened(),
                    row.seen(),
                    row.expires(),
                    row.agent(),
                    row.id().equals(current));
        }
    }

    @Operation(summary = "Who I am, and my roles")
    @GetMapping
    AccountDto me(Visitor visitor) {
        return AccountDto.of(accounts.get(visitor.id()));
    }

    @Operation(summary = "Change my phone number, and a company's legal representative")
    @PutMapping("/contact")
    AccountDto contact(Visitor visitor, @RequestBody ContactDto body) {
        return AccountDto.of(accounts.contact(visitor.id(), body.phone(), body.legalRepresentative()));
    }

    @Operation(summary = "Change my password; every other session of mine ends")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @WithoutKey
    @Limited("Too many wrong passwords: the account is locked for a while")
    void password(@RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed, @RequestBody PasswordDto body) {
        if (signed.visitor().is(Role.SYSTEM)) {
            throw Problem.conflict("no-password", "系统没有密码，凭令牌登录", "A system has no password: it signs in by token");
        }
        var checked = signIn.confirm(signed.visitor().id(), body.current());
        passwords.change(checked, body.password(), signed.session());
    }

    @Operation(summary = "My open sessions")
    @GetMapping("/sessions")
    List<OwnSessionDto> sessions(@RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed) {
        return sessions.of(signed.visitor().id()).stream()
                .map(row -> OwnSessionDto.of(row, signed.session()))
                .toList();
    }

    @Operation(summary = "End one of my sessions")
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Visitor visitor, @PathVariable UUID id) {
        SessionsApi.bySession(visitor);
        sessions.revoke(visitor.id(), id, Actor.of(visitor.id()));
    }

    @Operation(summary = "Sign out everywhere, here as well")
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeAll(Visitor visitor) {
        SessionsApi.bySession(visitor);
        sessions.revokeAll(visitor.id(), null, Actor.of(visitor.id()));
    }
}
