package org.yichuang.network;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Where a village or community helps its residents to apply; it has no windows and decides nothing.
 *
 * @param centre the street's centre that its papers go to
 */
public record ServicePoint(
        String code,
        Text name,
        String division,
        String centre,
        String address,
        @Nullable String phone,
        OpeningHours hours) {}
