package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/** Something a quality rule found in a version. */
public record Finding(
        @Schema(description = "Its id: STEP-SUM") String rule,

        @Schema(description = "The article, or whose practice it is")
        Text source,

        @Schema(description = "It may not be published like this; false: a warning")
        boolean error,

        @Schema(description = "`materials.layout`") String element,
        @Schema(description = "What is wrong") Text what) {}
