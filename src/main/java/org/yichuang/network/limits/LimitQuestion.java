package org.yichuang.network.limits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;

/** A limit to compute, as somebody wrote it. */
public record LimitQuestion(
        @Schema(description = "The event it counts from: " + MOMENT)
        String start,

        @Schema(description = "How many of the unit; 0 is on the spot")
        Integer amount,

        @Schema(description = "What is counted", implementation = Limit.Unit.class)
        String unit,

        @Schema(description = "How many more, in the same unit; null: none") @Nullable
        Integer extension,

        @Schema(description = "Stretches that do not count; null: none") @Nullable
        List<@Nullable PauseQuestion> pauses,

        @Schema(description = "When it is told what is left; left out, at once. As start") @Nullable
        String now) {
    private static final String MOMENT =
            "2026-09-18, 2026-09-18T10:24 (the city's time, Asia/Shanghai), or with an offset";

    /** A stretch that does not count. */
    public record PauseQuestion(
            @Schema(description = MOMENT) String start,

            @Schema(description = "Left out while it is open. As start") @Nullable
            String end,

            @Schema(description = "When an open one is expected to end; null: nobody knows. As start") @Nullable
            String expectedEnd,

            @Schema(description = "What it is for, as the explanation is to call it; null: it is not called anything")
            @Nullable
            String cause) {}
}
