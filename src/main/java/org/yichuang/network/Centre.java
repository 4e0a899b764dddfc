package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A place with windows: the city's or a district's administrative service centre, a street's service centre.
 *
 * @param windows by number
 */
public record Centre(
        @Schema(description = "`330106-centre`") String code,
        Text name,
        Tier tier,

        @Schema(description = "Where it stands, by its code")
        String division,

        @Schema(description = "The unit that runs it, by its code; null: not in the register") @Nullable
        String unit,

        String address,
        @Nullable String phone,

        @Schema(
                description = "When it is open in a week; closed on legal holidays, on a make-up workday open as on a "
                        + "Monday")
        OpeningHours hours,

        @Schema(description = "Its windows, by number") List<Window> windows) {
    public Centre {
        windows = List.copyOf(windows);
    }
}
