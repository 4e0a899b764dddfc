package org.yichuang.casework.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement being put together: its text and its values, in step. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    Sql add(String sql, @Nullable Object... values) {
        text.append(sql);
        this.values.addAll(Arrays.asList(values));
        return this;
    }

    Sql set(Map<String, ?> row) {
        text.append(row.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", ")));
        values.addAll(row.values());
        return this;
    }

    /** {@code insert into TABLE (COLUMNS) select ?, … from SOURCE}. */
    Sql insert(String table, String columns, Collection<? extends @Nullable Object> row, String source) {
        text.append("insert into ").append(table).append(" (").append(columns).append(") select ");
        text.append(String.join(", ", Collections.nCopies(row.size(), "?")));
        text.append(" from ").append(source);
        values.addAll(row);
        return this;
    }

    String text() {
        return text.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }
}
