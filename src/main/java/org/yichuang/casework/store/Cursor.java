package org.yichuang.casework.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Page;

/** Where a list by time goes on. {@link Instant#MAX} stands for what has no time and comes last. */
record Cursor(Instant at, UUID id) {
    /** The lists, each of which takes its own cursors alone. */
    static final String WORKLIST = "worklist";

    static final String OWN = "own-cases";
    static final String DENIALS = "denials";
    static final String REVIEWED = "reviewed-denials";
    static final String QUESTIONS = "questions";

    /** Nothing is of a time outside these, and the database could not compare one. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    static String of(@Nullable Instant at, UUID id) {
        return (at == null ? Instant.MAX : at) + " " + id;
    }

    /** Of this list, in which everything has a time; null on the first page. */
    static @Nullable Cursor read(String list, @Nullable String cursor) {
        Cursor read = readOpen(list, cursor);
        if (read != null && read.timeless()) {
            throw Page.notOurs();
        }
        return read;
    }

    /** Of this list, in which something may have no time; null on the first page. */
    static @Nullable Cursor readOpen(String list, @Nullable String cursor) {
        String key = Page.decode(list, cursor);
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
