package org.yichuang.journal;

/**
 * The end of a subject's chain: how many entries it has and the last one's hash. A hot subject keeps it on its own state
 * row, so that chaining costs no extra read.
 */
public record Link(long nth, byte[] hash) {
    /** The end of a chain that has not begun. */
    public static final Link NONE = new Link(0, new byte[32]);
}
