package org.yichuang.casework.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer's right to one act of the register on one case, today (AUTHORISED).
 *
 * @param act {@code review}
 * @param post the post that is authorised
 * @param unit the unit of that post, which need not be the case's
 * @param onBehalfOf A's account while B stands in
 */
public record Power(
        String act, String post, String unit, @Nullable UUID onBehalfOf) {
    /** No act of the register: what the general post of a window has for what every window takes (policy, article 19). */
    public static final String RECEIVE = "receive";
}
