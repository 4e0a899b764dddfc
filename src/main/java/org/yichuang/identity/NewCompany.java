package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company that registers. It prints without code and password. */
@Schema(name = "NewCompanyDto")
public record NewCompany(
        @Schema(description = "Unified social credit code, 18 characters with a true check character")
        String uscc,

        @Schema(description = "As the licence has it") String name,

        @Schema(description = "Name of the legal representative")
        String legalRepresentative,

        @Schema(description = "11 digits of a mobile telephone, or a land line with its area code")
        String phone,

        @Schema(
                description = "To sign in by, beside the code: 3 to 32 letters, digits or . _ -, a letter first; null: "
                        + "the code alone")
        @Nullable
        String login,

        @Schema(description = "10 to 128 characters, without one's own name, numbers or login")
        String password) {
    @Override
    public String toString() {
        return "NewCompany";
    }
}
