package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/** What people often ask about an item, and the answer. */
public record Faq(
        @Schema(description = "What people ask") Text ask,
        @Schema(description = "What they are told") Text answer) {}
