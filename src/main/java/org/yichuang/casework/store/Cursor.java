package org.yichuang.casework.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;

/** Where a list by time goes on. {@link Instant#MAX} stands for what has no time and comes last. */
record Cursor(Instant at, UUID id) {

    static String of(@Nullable Instant at, UUID id) {
        return (at == null ? Instant.MAX : at) + " " + id;
    }

    /** Null on the first page. */
    static @Nullable Cursor read(@Nullable String cursor) {
        String key = Page.decode(cursor);
        if (key == null) {
            return null;
        }
        String[] parts = key.split(" ", -1);
        try {
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid("after", "翻页位置不对", "This cursor is not one of ours");
        }
    }
}
