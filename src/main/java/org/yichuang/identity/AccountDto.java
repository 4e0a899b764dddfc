package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.web.Role;

/** An account as the API tells it; numbers are masked. */
public record AccountDto(
        UUID id,

        @Schema(description = "What the account stands for; it never changes")
        AccountKind kind,

        @Schema(description = "Null: signs in by number") @Nullable
        String login,

        @Schema(description = "As on record: a person, a company or a system")
        String name,

        @Schema(description = "Masked; null: none is known") @Nullable
        String phone,

        @Schema(
                description = "Resident ID number or credit code, masked; null: of a system, and of an officer whose "
                        + "number is not on record")
        @Nullable
        String number,

        @Schema(description = "Of a company, where it said one; else null") @Nullable
        String legalRepresentative,

        List<Role> roles,
        @Schema(description = "Has a password") boolean claimed,
        @Schema(description = "Null: may sign in") @Nullable Instant disabledAt) {

    public static AccountDto of(Account account) {
        var number = account.number();
        var organisation = account.organisation();
        return new AccountDto(
                account.id(),
                account.kind(),
                account.login(),
                account.name(),
                account.phone() == null ? null : account.maskedPhone(),
                number == null ? null : number.masked(),
                organisation == null ? null : organisation.legalRepresentative(),
                account.roles().stream().sorted().toList(),
                account.claimed(),
                account.disabledAt());
    }
}
