package org.yichuang.network.tables;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One table of the network. The first column is its key.
 *
 * @param name in addresses: {@code service-points}
 * @param stored in the database: {@code service_point}
 * @param about what stands in it, in a sentence
 * @param unique columns that are unique together, beside the key
 */
public record Table(
        String name,
        String stored,
        Text title,
        Text about,
        List<Column> columns,
        List<List<String>> unique,
        List<Rule> rules) {

    public Column key() {
        return columns.getFirst();
    }

    int index(String column) {
        return place(column).orElseThrow();
    }

    private OptionalInt place(String column) {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).name().equals(column))
                .findFirst();
    }

    /** What a column is called; null for one that the table does not have. */
    public @Nullable Text titleOf(String column) {
        return columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .map(Column::title)
                .orElse(null);
    }

    /** The column a person knows a row by, after its key. */
    public int nameIndex() {
        return place("name").orElse(1);
    }
}
