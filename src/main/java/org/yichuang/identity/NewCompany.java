package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company that registers. It prints without code and password. */
@Schema(name = "NewCompanyDto")
public record NewCompany(
        String uscc,
        String name,
        String legalRepresentative,
        String phone,
        @Nullable String login,
        String password) {
    @Override
    public String toString() {
        return "NewCompany";
    }
}
