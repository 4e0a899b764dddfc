package org.yichuang.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/**
 * An invented account of the demo city.
 *
 * @param number resident id number or credit code; null for officers who hold posts only
 * @param legalRepresentative for companies
 * @param roles for officers; residents and companies have their kind's
 * @param caption what the sign-in page says it is for; null: not offered there
 */
public record DemoAccount(
        String login,
        AccountKind kind,
        String name,
        @Nullable String number,
        @Nullable String phone,
        @Nullable String legalRepresentative,
        Set<Role> roles,
        @Nullable Text caption) {

    public static DemoAccount officer(String login, String name, Set<Role> roles, @Nullable Text caption) {
        return new DemoAccount(login, AccountKind.OFFICER, name, null, null, null, roles, caption);
    }
}
