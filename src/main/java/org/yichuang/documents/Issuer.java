package org.yichuang.documents;

import org.jspecify.annotations.Nullable;

/**
 * The unit that issues a letter and whose seal it bears.
 *
 * @param unit its key
 * @param name its full name, as on its seal
 * @param mark its sign in letter numbers (机关代字), such as 西市监; null when it has none
 */
public record Issuer(String unit, String name, @Nullable String mark) {}
