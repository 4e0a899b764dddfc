package org.yichuang.identity.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.web.Role;

/** What the security administrator typed of a new officer. */
public record OfficerForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String idNumber,
        @Nullable Set<Role> roles) {
    public boolean has(Role role) {
        return roles != null && roles.contains(role);
    }

    @Override
    public String toString() {
        return "OfficerForm";
    }
}
