package org.yichuang.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** Whether an officer may do an act with an item of a unit on a day (rule AUTHORISED: P 5, P 11, P 13). */
public sealed interface Authority {

    /**
     * Yes.
     *
     * @param post the code of the post that is authorised
     * @param onBehalfOf A's account when B acts for A, else null
     */
    record Granted(String post, Cover cover, @Nullable UUID onBehalfOf) implements Authority {}

    /** No. @param reason why not, and who may */
    record Refused(Text reason) implements Authority {}
}
