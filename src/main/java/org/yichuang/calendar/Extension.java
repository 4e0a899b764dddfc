package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the head of the authority may add to a limit, once (AL 42). It is in the limit's own unit. */
public record Extension(
        @Schema(description = "How much is added, in the unit of the limit that it extends")
        Limit limit) {}
