package org.yichuang.network;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A post of a unit, held by officer A and, while A is away, by officer B (A/B 岗).
 *
 * @param code {@code 330106-scjg-decide}
 * @param a officer A; null while nobody is appointed
 * @param centre where its officer sits; null: at the unit
 * @param window the window there; null: in the back office
 */
public record Post(
        String code,
        String unit,
        PostRole role,
        Text name,
        @Nullable Officer a,
        @Nullable Officer b,
        @Nullable String centre,
        @Nullable String window) {}
