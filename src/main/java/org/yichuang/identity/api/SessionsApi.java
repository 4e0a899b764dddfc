package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.Attempts;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;

/** Signing in and out by API. */
@RestController
@RequestMapping(SessionsApi.ADDRESS)
class SessionsApi {
    static final String ADDRESS = "/api/v1/sessions";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Attempts attempts;

    SessionsApi(SignIn signIn, Sessions sessions, Attempts attempts) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    record SignInDto(
            @Schema(description = "A login name, resident ID number or credit code")
            String name,

            @Schema(description = "The account's password; five wrong ones lock it for a while")
            String password) {
        @Override
        public String toString() {
            return "SignInDto";
        }
    }

    record SessionDto(
            @Schema(description = "For the `Authorization` header")
            String token,

            @Schema(
                    description =
                            "It ends then at the latest; before, when nothing was asked with it for as long as the city"
                                    + " says: 30 minutes of an officer, 8 hours of an applicant, where it says nothing else")
            Instant expiresAt) {
        @Override
        public String toString() {
            return "SessionDto";
        }
    }

    @Operation(summary = "Sign in: a bearer token, told once; five wrong passwords lock the account")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Role.ANYONE)
    @WithoutKey
    @Limited("Too many wrong passwords: the account, or the address they came from, is locked for a while")
    ResponseEntity<SessionDto> open(@RequestBody SignInDto body, HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        var opened = attempts.signingIn(
                request.getRemoteAddr(),
                () -> signIn.signIn(body.name(), body.password(), true, agent == null ? "" : agent));
        return ResponseEntity.created(URI.create(ADDRESS + "/current"))
                .body(new SessionDto(opened.token(), opened.expires()));
    }

    @Operation(summary = "Sign out")
    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Role.SIGNED_IN)
    void close(@RequestAttribute(Sessions.Signed.ATTRIBUTE) Sessions.Signed signed) {
        bySession(signed.visitor());
        UUID account = signed.visitor().id();
        sessions.revoke(account, signed.session(), Actor.of(account));
    }

    /** A system has no session to end: its token goes on until it is revoked, and whoever ends it has to know that. */
    static void bySession(Visitor visitor) {
        if (visitor.is(Role.SYSTEM)) {
            throw Problem.conflict(
                    "no-session",
                    "系统用令牌，没有登录可以退出；作废令牌由安全管理员在“系统与令牌”里办",
                    "A system has a token and no session to end; the security administrator revokes the token under systems"
                            + " and tokens (DELETE /api/v1/systems/{id}/tokens/{token})");
        }
    }
}
