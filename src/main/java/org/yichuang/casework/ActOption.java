package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.shared.Text;

/**
 * An act as it looks to one visitor on one case.
 *
 * @param step the step it would finish, for {@link ActKind#FINISH_STEP}: one option for each step
 * @param rule null where none speaks of it, and where the only one would be of the Licensing Law and the item is no
 *     licence
 * @param whyNot null when it can be done now
 */
public record ActOption(
        @Schema(description = "Its address, body and doers: the table at the tag `acts`")
        ActKind act,

        @Nullable CaseStep step,
        @Nullable LegalRule rule,
        @Nullable Text whyNot) {
    public boolean possible() {
        return whyNot == null;
    }
}
