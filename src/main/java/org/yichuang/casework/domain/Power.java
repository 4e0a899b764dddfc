package org.yichuang.casework.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer's right to one act of the register on one case, today (AUTHORISED).
 *
 * @param act {@code review}
 * @param post the post that is authorised
 * @param onBehalfOf A's account while B stands in
 */
public record Power(String act, String post, @Nullable UUID onBehalfOf) {}
