package org.yichuang.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as one of its two officers sees it on a day.
 *
 * @param cover which of the two this officer is
 * @param acting whether they hold it that day: A unless away, B while A is away
 * @param onBehalfOf A's account, when B acts
 */
public record HeldPost(
        Post post, Cover cover, boolean acting, @Nullable UUID onBehalfOf) {

    /** The other of the two; null for A of a post that has no B. */
    public @Nullable Officer other() {
        return cover == Cover.A ? post.b() : post.a();
    }
}
