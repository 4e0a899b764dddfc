package org.yichuang.shared;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by cursor: pass {@link #next} back as {@code after} to get the following page; it is null on the
 * last. A cursor is opaque and stays valid while rows come and go.
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 200;
    /** All that there ever was is no file for a desk. */
    public static final int MOST_IN_A_FILE = 20_000;

    private static final String LIST_ENDS = "\n";

    /** From {@code size + 1} rows read: keeps {@code size} of them and makes the cursor from the last one kept. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> kept = List.copyOf(rows.subList(0, size));
        return new Page<>(kept, encode(key.apply(kept.getLast())));
    }

    /**
     * Every row of a list for a file, page after page.
     *
     * @param page the page after this cursor; null: the first
     * @param field what narrows the list
     * @throws Problem 422 on the field where there are more than {@value #MOST_IN_A_FILE}
     */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> page, String field) {
        var rows = new ArrayList<T>();
        String after = null;
        do {
            Page<T> next = page.apply(after);
            rows.addAll(next.items());
            if (rows.size() > MOST_IN_A_FILE) {
                throw Problem.invalid(
                        field,
                        "超过 " + MOST_IN_A_FILE + " 行：请缩小范围",
                        "More than " + MOST_IN_A_FILE + " rows: search for fewer");
            }
            after = next.next();
        } while (after != null);
        return rows;
    }

    /** The same with cursors that only this list takes: a code alone would be one of another list as well. */
    public static <T> Page<T> of(List<T> rows, int size, String list, Function<T, String> key) {
        return of(rows, size, row -> list + LIST_ENDS + key.apply(row));
    }

    public static int size(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_SIZE;
        }
        if (asked < 1 || asked > MAX_SIZE) {
            throw Problem.invalid("size", "每页 1 到 200 条", "size is from 1 to 200");
        }
        return asked;
    }

    public static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key inside a cursor; a cursor that this server did not make is a problem that names the field. */
    public static @Nullable String decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    /** The key inside a cursor of this list. */
    public static @Nullable String decode(String list, @Nullable String cursor) {
        String key = decode(cursor);
        if (key == null) {
            return null;
        }
        if (!key.startsWith(list + LIST_ENDS)) {
            throw notOurs();
        }
        return key.substring(list.length() + LIST_ENDS.length());
    }

    /** What a list answers to a cursor that it did not give. */
    public static Problem notOurs() {
        return Problem.invalid("after", "翻页位置不对", "This cursor is not one of ours");
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
