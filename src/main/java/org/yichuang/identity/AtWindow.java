package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An applicant who stands at a window, as the officer reads it off the card or the licence. */
public record AtWindow(
        @Schema(description = "RESIDENT or COMPANY") AccountKind kind,

        @Schema(description = "The resident ID number, or the company's credit code")
        String number,

        @Schema(description = "As the card or licence has it; another than on record is refused (422)")
        String name,

        @Schema(description = "Who stands there for a company, which needs one; null of a resident") @Nullable
        String agent,

        @Nullable String phone) {
    @Override
    public String toString() {
        return "AtWindow " + kind;
    }
}
