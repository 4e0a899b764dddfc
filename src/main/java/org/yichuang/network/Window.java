package org.yichuang.network;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A window of a centre.
 *
 * @param code {@code 330106-centre-24}
 * @param number as it stands above it: 24
 * @param place where in the centre: 2 楼 B 区; null where there is one room
 * @param name what it is for: 食品药品
 * @param unit the unit whose work it does; null: every unit's
 */
public record Window(
        String code,
        String centre,
        String number,
        @Nullable Text place,
        Text name,
        @Nullable String unit) {

    /** 2 楼 B 区 24 号窗口. */
    public Text label() {
        Text where = place == null ? Text.of("", "") : Text.of(place.zh() + " ", place.en() + ", ");
        return Text.of(where.zh() + number + " 号窗口", where.en() + "window " + number);
    }
}
