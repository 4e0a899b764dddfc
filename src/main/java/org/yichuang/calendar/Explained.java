package org.yichuang.calendar;

/** Why a due instant is what it is, or the year that would have to be known. */
public sealed interface Explained permits Explanation, UnknownYear {}
