package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/** A line of work that has a unit in several divisions: {@code scjg}, market supervision. */
public record Department(
        @Schema(description = "Its short name, which units and items have as `department`: `scjg`")
        String key,

        Text name) {}
