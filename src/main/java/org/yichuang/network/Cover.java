package org.yichuang.network;

/** Which of the two officers of a post acts: A, or B who stands in while A is away. */
public enum Cover {
    A,
    B
}
