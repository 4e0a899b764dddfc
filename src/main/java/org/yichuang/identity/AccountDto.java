package org.yichuang.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.web.Role;

/**
 * An account as the API tells it; numbers are masked.
 *
 * @param number resident id number or credit code, masked
 * @param claimed has a password
 */
public record AccountDto(
        UUID id,
        AccountKind kind,
        @Nullable String login,
        String name,
        @Nullable String phone,
        @Nullable String number,
        @Nullable String legalRepresentative,
        List<Role> roles,
        boolean claimed,
        @Nullable Instant disabledAt) {

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
