package org.yichuang.identity;

import org.jspecify.annotations.Nullable;

/** A company that registers. It prints without the code. */
public record NewCompany(
        String uscc,
        String name,
        String legalRepresentative,
        String phone,
        @Nullable String login) {
    @Override
    public String toString() {
        return "NewCompany";
    }
}
