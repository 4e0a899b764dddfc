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
        AccountKind kind,

        @Schema(description = "Null: signs in by number") @Nullable
        String login,

        String name,
        @Schema(description = "Masked") @Nullable String phone,

        @Schema(description = "Resident ID number or credit code, masked") @Nullable
        String number,

        @Nullable String legalRepresentative,
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
