package org.yichuang.casework.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases of one unit that wait for one act which an officer may do today.
 *
 * @param items null: all of them
 */
public record Waiting(String unit, String act, @Nullable List<String> items) {}
