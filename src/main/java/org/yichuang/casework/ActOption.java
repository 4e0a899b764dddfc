package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.shared.Text;

/** An act as it looks to one visitor on one case. */
public record ActOption(
        @Schema(description = "Its address, body and doers: the table at the tag `acts`")
        ActKind act,

        @Schema(
                description = "The step it would finish, for FINISH_STEP: one option for each step; null for another "
                        + "act")
        @Nullable
        CaseStep step,

        @Schema(description = "What it stands on; null: no rule speaks of it") @Nullable
        LegalRule rule,

        @Schema(description = "Null where the one who asks can do it now") @Nullable
        Text whyNot) {
    public boolean possible() {
        return whyNot == null;
    }
}
