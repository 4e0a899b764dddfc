package org.yichuang.calendar;

/** What the head of the authority may add to a limit, once (AL 42). It is in the limit's own unit. */
public record Extension(Limit limit) {}
