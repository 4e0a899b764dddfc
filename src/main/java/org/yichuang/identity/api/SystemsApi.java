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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.signin.ApiTokens;
import org.yichuang.identity.store.TokenStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;

/** Systems and their tokens by API, for the security administrator. */
@RestController
@RequestMapping(SystemsApi.ADDRESS)
@Access(Role.SECURITY_ADMINISTRATOR)
class SystemsApi {
    static final String ADDRESS = "/api/v1/systems";
    private static final int YEAR = 365;

    private static final String MAY =
            "A system signs in by an API token alone. It reads what anybody may (items, limits,"
                    + " tracking, verification, licences) and its own account; it holds no post, so it sees no case and acts on"
                    + " none.";

    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final ApiTokens tokens;

    SystemsApi(Accounts accounts, NewAccounts newAccounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.tokens = tokens;
    }

    record NewSystemDto(
            @Schema(description = "A short code") String login,

            @Schema(description = "What the system is called, at most 100 characters")
            String name) {}

    record NewTokenDto(
            @Schema(description = "What it is for") String name,

            @Schema(description = "How many it is good, 1 to " + ApiTokens.MAX_DAYS + "; null: " + YEAR) @Nullable
            Integer days) {}

    record IssuedTokenDto(
            UUID id, @Schema(description = "Told once") String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "IssuedTokenDto";
        }
    }

    /** A token without its secret. */
    record TokenDto(
            UUID id,
            @Schema(description = "What it is for") String name,

            @Schema(description = "When it was issued (UTC)")
            Instant createdAt,

            Instant expiresAt,

            @Schema(description = "When it was last shown (UTC); null: never") @Nullable
            Instant lastUsedAt,

            @Schema(description = "When it was revoked (UTC); null: it was not") @Nullable
            Instant revokedAt) {
        static TokenDto of(TokenStore.Row row) {
            return new TokenDto(row.id(), row.name(), row.created(), row.expires(), row.used(), row.revoked());
        }
    }

    @Operation(summary = "The connected systems")
    @GetMapping
    Page<AccountDto> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return accounts.search(AccountKind.SYSTEM, "", after, Page.size(size)).map(AccountDto::of);
    }

    @Operation(summary = "Connect a system", description = MAY)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AccountDto> create(@RequestBody NewSystemDto body, Visitor visitor) {
        return AccountsApi.created(newAccounts.createSystem(body.login(), body.name(), Actor.of(visitor.id())));
    }

    @Operation(summary = "A system's API tokens, without their secrets")
    @GetMapping("/{id}/tokens")
    List<TokenDto> tokens(@PathVariable UUID id) {
        return tokens.of(accounts.get(id).id()).stream().map(TokenDto::of).toList();
    }

    @Operation(
            summary = "Give a system an API token, told once",
            description = "It is good for 1 to " + ApiTokens.MAX_DAYS + " days, used or not, until it is revoked.")
    @PostMapping("/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @WithoutKey
    ResponseEntity<IssuedTokenDto> issue(@PathVariable UUID id, @RequestBody NewTokenDto body, Visitor visitor) {
        var issued = tokens.issue(
                accounts.get(id), body.name(), body.days() == null ? YEAR : body.days(), Actor.of(visitor.id()));
        return ResponseEntity.created(URI.create(ADDRESS + "/" + id + "/tokens/" + issued.id()))
                .body(new IssuedTokenDto(issued.id(), issued.token(), issued.expires()));
    }

    @Operation(summary = "End an API token; one that has ended stays so")
    @DeleteMapping("/{id}/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID token, Visitor visitor) {
        tokens.revoke(accounts.get(id).id(), token, Actor.of(visitor.id()));
    }
}
