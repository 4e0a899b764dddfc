package org.yichuang.journal.verify;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.Link;
import org.yichuang.journal.domain.EntryHash;
import org.yichuang.shared.Text;

/** Takes the entries of all chains, each chain in its order, and holds each entry against the one before. */
final class ChainWalk {
    private static final Text CHANGED =
            Text.of("内容与它的哈希值不符：写入后被改动", "its content does not have its hash: changed after it was written");
    private static final Text REHASHED = Text.of(
            "与后一条所记的哈希值不符：写入后被改动或替换",
            "its hash is not the one that the next entry holds: changed or exchanged after it was written");
    private static final Text FIRST_LINK =
            Text.of("首条记录不应有前一条的哈希值", "the first entry of a chain holds the hash of one before it");
    private static final Text MISSING = Text.of("缺失：已被删除", "missing: removed");

    private final Consumer<Finding> found;
    private @Nullable Entry last;
    private long subjects;
    private long entries;

    ChainWalk(Consumer<Finding> found) {
        this.found = found;
    }

    void next(Entry entry) {
        Entry before = last;
        if (before == null || !before.subject().equals(entry.subject())) {
            subjects++;
            before = null;
        }
        link(before, entry);
        if (!Arrays.equals(entry.hash(), EntryHash.of(entry))) {
            found.accept(Check.at(entry, CHANGED));
        }
        entries++;
        last = entry;
    }

    private void link(@Nullable Entry before, Entry entry) {
        long expected = before == null ? 1 : before.nth() + 1;
        byte[] previous = before == null ? Link.NONE.hash() : before.hash();
        if (entry.nth() != expected) {
            found.accept(missing(entry.subject(), expected, entry.nth() - 1));
        } else if (!Arrays.equals(entry.previous(), previous)) {
            found.accept(before == null ? Check.at(entry, FIRST_LINK) : Check.at(before, REHASHED));
        }
    }

    static Finding missing(String subject, long from, long to) {
        return new Finding(subject, from, to, null, null, MISSING);
    }

    long subjects() {
        return subjects;
    }

    long entries() {
        return entries;
    }
}
