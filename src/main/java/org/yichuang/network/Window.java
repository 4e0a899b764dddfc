package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A window of a centre. */
public record Window(
        @Schema(description = "`330106-centre-24`") String code,

        @Schema(description = "Code of its centre: `330106-centre`")
        String centre,

        @Schema(description = "As it stands above it") String number,

        @Schema(description = "Where in the centre; null: there is one room") @Nullable
        Text place,

        @Schema(description = "What it is for") Text name,

        @Schema(description = "The unit whose work it does, by its code; null: every unit's") @Nullable
        String unit) {

    /** 2 楼 B 区 24 号窗口. */
    public Text label() {
        Text where = place == null ? Text.of("", "") : Text.of(place.zh() + " ", place.en() + ", ");
        return Text.of(where.zh() + number + " 号窗口", where.en() + "window " + number);
    }
}
