package org.yichuang.catalogue;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What an item costs (rule AL-58: nothing, unless a law or regulation sets it).
 *
 * @param standard the amounts; "free of charge" where nothing is charged; blank while nobody declared it
 * @param basis law and article, or the price document; null where nothing is charged and nothing says so
 * @param verified the basis was read; where not, pages say so
 */
public record Fee(boolean charged, Text standard, @Nullable Text basis, boolean verified) {
    /** The fee of a draft in which nobody stated one yet. */
    public static final Fee UNDECLARED = new Fee(false, Text.of("", ""), null, false);
}
