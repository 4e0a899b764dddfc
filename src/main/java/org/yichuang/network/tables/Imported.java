package org.yichuang.network.tables;

/** How many rows an import added, changed, removed and found as they were. */
public record Imported(int added, int changed, int removed, int unchanged) {}
