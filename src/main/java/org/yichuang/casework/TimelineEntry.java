package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yichuang.shared.Text;

/** One entry of a case's record, in words. */
public record TimelineEntry(
        @Schema(description = "The entry's in the record") UUID id,
        @Schema(description = "When it was done (UTC)") Instant at,

        @Schema(description = "As in the record: `case.accepted`")
        String kind,

        @Schema(description = "What happened") Text title,

        @Schema(description = "One sentence more; may be blank")
        Text detail,

        @Schema(
                description = "An officer with their post, the applicant, or the clock; blank for who has the query "
                        + "code alone")
        Text by,

        @Schema(
                description = "The entry's facts, as the record has them; for who has the query code alone the due "
                        + "dates among them")
        Map<String, Object> payload,

        @Schema(description = "Of the record's entry, hexadecimal")
        String hash) {
    private static final Set<State> UNDECIDED =
            EnumSet.of(State.SUBMITTED, State.CORRECTING, State.ACCEPTED, State.REVIEWING, State.PAUSED);

    /** Whether a denial of this case was reversed, and nothing was decided since. */
    public static boolean reopened(State state, List<TimelineEntry> timeline) {
        return UNDECIDED.contains(state)
                && timeline.stream().anyMatch(entry -> entry.kind().equals("case.reopened"));
    }
}
