package org.yichuang.catalogue;

/**
 * How one can apply.
 *
 * @param online the whole way online
 * @param visits how often one has to come in person
 * @param cityWide any window of the city takes it and passes it on
 */
public record Handling(boolean online, int visits, boolean cityWide) {}
