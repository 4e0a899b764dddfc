package org.yichuang.journal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acted.
 *
 * @param account the account, null for the system's own acts (a clock that ran out)
 * @param post the post the officer acted in, null for applicants
 * @param unit the unit of that post
 * @param onBehalfOf who they acted for: {@code account:…} of the officer a B stands in for
 */
@Schema(name = "ActorDto")
public record Actor(
        @Schema(description = "Null: the clock, or nobody signed in") @Nullable
        UUID account,

        @Schema(description = "The post acted in, by its code; null: in none") @Nullable
        String post,

        @Schema(description = "Unit of that post, by its code; null: in none") @Nullable
        String unit,

        @Schema(description = "Whom it was done for: `account:` and the id of officer A, where B stood in; else null")
        @Nullable
        String onBehalfOf) {
    /** The system itself, when a limit runs out or a fact is loaded. */
    public static final Actor SYSTEM = new Actor(null, null, null, null);

    public static Actor of(@Nullable UUID account) {
        return new Actor(account, null, null, null);
    }
}
