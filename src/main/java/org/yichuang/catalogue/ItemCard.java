package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/** A published item as it stands in a list. */
public record ItemCard(
        @Schema(description = "Of the item: `food_permit`") String code,

        @Schema(description = "The one that is in force, counted from 1")
        int version,

        Text name,

        @Schema(description = "One sentence: for whom, and what for")
        Text summary,

        @Schema(description = "What kind of act it is") ItemType type,
        @Schema(description = "Its key: `scjg`") String department,

        @Schema(description = "For whom it is: which accounts may apply")
        List<Audience> audience,

        @Schema(description = "The tiers that exercise it") List<Tier> levels,
        List<String> themes,
        List<String> lifeEvents,

        @Schema(description = "What the law gives; null: no number") @Nullable
        Limit statutory,

        @Schema(description = "Null: nothing is promised") @Nullable
        Limit promised,

        @Schema(description = "Accepted, decided and delivered in one act")
        boolean onTheSpot,

        @Schema(description = "The whole way online; false: at a window only")
        boolean online,

        @Schema(
                description =
                        "Place among the common services, which the city chose; less is earlier, null: not among them")
        @Nullable
        Integer common) {
    public static ItemCard of(ItemVersion item) {
        return new ItemCard(
                item.code(),
                item.version(),
                item.name(),
                item.summary(),
                item.type(),
                item.department(),
                item.audience(),
                item.levels(),
                item.themes(),
                item.lifeEvents(),
                item.statute(),
                item.promise(),
                item.onTheSpot(),
                item.handling().online(),
                item.common());
    }
}
