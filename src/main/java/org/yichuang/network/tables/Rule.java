package org.yichuang.network.tables;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Something that holds between the cells of a row.
 *
 * @param field the column that is named when it does not
 */
record Rule(String field, Predicate<Function<String, @Nullable String>> holds, Text otherwise) {}
