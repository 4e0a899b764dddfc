package org.yichuang.casework.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Page;

/** Where a list by time goes on. {@link Instant#MAX} stands for what has no time and comes last. */
record Cursor(Instant at, UUID id) {
    /** Nothing is of a time outside these, and the database could not compare one. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static String of(@Nullable Instant at, UUID id) {
        return (at == null ? Instant.MAX : at) + " " + id;
    }

    /** Of a list in which everything has a time; null on the first page. */
    static @Nullable Cursor read(@Nullable String cursor) {
        Cursor read = readOpen(cursor);
        if (read != null && read.timeless()) {
            throw Page.notOurs();
        }
        return read;
    }

    /** Of a list in which something may have no time; null on the first page. */
    static @Nullable Cursor readOpen(@Nullable String cursor) {
        String key = Page.decode(cursor);
        if (key == null) {
            return null;
        }
        String[] parts = key.split(" ", -1);
        try {
            var read = new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            if (!read.timeless() && (read.at.isBefore(FIRST) || read.at.isAfter(LAST))) {
                throw Page.notOurs();
            }
            return read;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Page.notOurs();
        }
    }

    boolean timeless() {
        return at.equals(Instant.MAX);
    }
}
