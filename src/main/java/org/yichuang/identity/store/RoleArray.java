package org.yichuang.identity.store;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.yichuang.shared.web.Role;

/** Roles as the array on the account's row. */
final class RoleArray {
    private RoleArray() {}

    static String[] of(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    static Set<Role> from(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(Role.valueOf(name));
        }
        return Collections.unmodifiableSet(roles);
    }
}
