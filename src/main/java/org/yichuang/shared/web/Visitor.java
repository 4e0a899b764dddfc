package org.yichuang.shared.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * Who makes this request. Take it as a parameter of a controller method.
 *
 * @param account the account's id, null when nobody is signed in
 * @param name what the account is called, empty when nobody is
 * @param roles what the account holds, never {@link Role#ANYONE} or {@link Role#SIGNED_IN}
 */
public record Visitor(@Nullable UUID account, String name, Set<Role> roles) {
    public static final Visitor NOBODY = new Visitor(null, "", Set.of());
    /** The request attribute under which the sign-in puts the visitor. */
    public static final String ATTRIBUTE = Visitor.class.getName();

    public boolean signedIn() {
        return account != null;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Works for the city: gets the desk, not the portal. */
    public boolean staff() {
        return signedIn() && !is(Role.RESIDENT) && !is(Role.COMPANY) && !is(Role.SYSTEM);
    }

    /** Has cases to look for: their units', or all. */
    public boolean seesCases() {
        return is(Role.OFFICER) || is(Role.SUPERVISOR) || is(Role.AUDITOR);
    }

    public boolean may(Access access) {
        for (Role role : access.value()) {
            if (role == Role.ANYONE || (role == Role.SIGNED_IN && signedIn()) || is(role)) {
                return true;
            }
        }
        return false;
    }

    /** The same person as their posts see it, without the roles that see every unit's cases. */
    public Visitor byPosts() {
        Set<Role> own = roles.stream()
                .filter(role -> role != Role.SUPERVISOR && role != Role.AUDITOR)
                .collect(Collectors.toUnmodifiableSet());
        return new Visitor(account, name, own);
    }

    /** The account's id, where an access rule already asked for a sign-in. */
    public UUID id() {
        if (account == null) {
            throw new Problem(401, "sign-in-required", Text.of("请先登录", "Please sign in first"), List.of());
        }
        return account;
    }
}
