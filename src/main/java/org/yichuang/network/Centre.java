package org.yichuang.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A place with windows: the city's or a district's administrative service centre, a street's service centre.
 *
 * @param code {@code 330106-centre}
 * @param division where it stands
 * @param unit the unit that runs it; null when that is not in the register
 * @param windows by number
 */
public record Centre(
        String code,
        Text name,
        Tier tier,
        String division,
        @Nullable String unit,
        String address,
        @Nullable String phone,
        OpeningHours hours,
        List<Window> windows) {
    public Centre {
        windows = List.copyOf(windows);
    }
}
