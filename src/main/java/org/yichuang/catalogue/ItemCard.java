package org.yichuang.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/**
 * A published item as it stands in a list.
 *
 * @param statutory what the law gives, for a licence also by AL-42: {@link ItemVersion#statute}
 */
public record ItemCard(
        String code,
        int version,
        Text name,
        Text summary,
        ItemType type,
        String department,
        List<Audience> audience,
        List<Tier> levels,
        List<String> themes,
        List<String> lifeEvents,
        @Nullable Limit statutory,
        @Nullable Limit promised,
        boolean onTheSpot,
        boolean online,
        @Nullable Integer common) {
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
