package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.Account;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Appointments and resets of a password that wait for a second person; who issues them is not among these. */
@RestController
@RequestMapping("/api/v1/password-links")
@Access({Role.ADMINISTRATOR, Role.AUDITOR})
class PasswordLinksApi {
    private final SecondPerson second;

    PasswordLinksApi(SecondPerson second) {
        this.second = second;
    }

    /** A link that waits; its code is known to who issued it alone. */
    record WaitingLinkDto(
            @Schema(description = "Whose password it would set")
            UUID account,

            @Schema(description = "Login name of that account; null: none") @Nullable
            String login,

            @Schema(description = "Name of that account") String name,
            List<Role> roles,

            @Schema(description = "It is reset; false: somebody is appointed")
            boolean claimed,

            @Schema(description = "Who issued it; null: the system") @Nullable
            String issuer,

            @Schema(description = "When it was issued (UTC)")
            Instant issuedAt,

            Instant expiresAt) {
        static WaitingLinkDto of(SecondPerson.Waiting link) {
            Account account = link.account();
            Account issuer = link.issuer();
            return new WaitingLinkDto(
                    account.id(),
                    account.login(),
                    account.name(),
                    account.roles().stream().sorted().toList(),
                    account.claimed(),
                    issuer == null ? null : issuer.name(),
                    link.since(),
                    link.expires());
        }
    }

    @Operation(summary = "The password links that wait for a second person, the oldest first")
    @GetMapping
    List<WaitingLinkDto> waiting() {
        return second.waiting().stream().map(WaitingLinkDto::of).toList();
    }

    @Operation(
            summary = "Confirm the link that waits for an account's password, so that it works; refused (409) to who"
                    + " issued it and to whose password it is")
    @PostMapping("/{account}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable UUID account, Visitor visitor) {
        second.confirm(account, visitor.id());
    }
}
