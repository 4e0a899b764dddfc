package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/**
 * A way into the catalogue, with the number of published items behind it.
 *
 * @param audience under which half of the portal it stands
 */
public record Topic(
        @Schema(description = "What it is about") Kind kind,

        @Schema(description = "What the list of items takes as `theme` or `lifeEvent`")
        String key,

        Text name,

        @Schema(description = "Under which half of the portal it stands")
        Audience audience,

        @Schema(description = "How many are published") int items) {
    /** What a topic is about. */
    public enum Kind {
        THEME,
        /** An event in a person's life, or a stage in a company's. */
        LIFE_EVENT
    }

    /** The item stands under it. */
    public boolean has(ItemCard card) {
        return (kind == Kind.THEME ? card.themes() : card.lifeEvents()).contains(key);
    }
}
