package org.yichuang.catalogue;

import org.yichuang.calendar.Limit;

/**
 * How long the city promises to take at most (rule PROMISE: never more than the law gives).
 *
 * @param demo a setting of the demo city and no real promise; pages label it
 */
public record PromisedLimit(Limit limit, boolean demo) {}
