package org.yichuang.network;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A place on the map of administration, by the code of the National Bureau of Statistics: {@code 330106000000}, 西湖区.
 *
 * @param parent the division it lies in; null for the city
 */
public record Division(
        String code, Tier tier, Text name, @Nullable String parent) {}
