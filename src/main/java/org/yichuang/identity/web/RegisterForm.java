package org.yichuang.identity.web;

import org.jspecify.annotations.Nullable;

/** What somebody who registers typed. */
public record RegisterForm(
        @Nullable String kind,
        @Nullable String idNumber,
        @Nullable String uscc,
        @Nullable String name,
        @Nullable String legalRepresentative,
        @Nullable String phone,
        @Nullable String login,
        @Nullable String password,
        @Nullable String again,
        @Nullable String next) {
    public boolean company() {
        return "company".equals(kind);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    @Override
    public String toString() {
        return "RegisterForm";
    }
}
