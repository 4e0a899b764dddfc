package org.yichuang.journal;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Walks the chains and finds what does not fit: an entry changed after it was written, one removed, one put in between;
 * a subject without any; a letter whose text is not the one that its entry names, one removed, one that no entry names;
 * what was filed and is not any more what its entry names; a file or a letter's PDF that is gone or not what it was.
 * What it cannot find is a chain that was rewritten together with the end kept for it: that takes a signed tree head
 * outside the database, which there is not yet (docs/architecture.md).
 */
public interface JournalVerifier {
    /**
     * Something that does not fit.
     *
     * @param from the place in the chain, and {@code to} the last one when it is a stretch; 0: it has none there
     * @param id the entry's id and kind where there still is an entry
     */
    record Finding(
            String subject,
            long from,
            long to,
            @Nullable UUID id,
            @Nullable String kind,
            Text what) {}

    /** How much was walked. */
    record Report(long subjects, long entries, long findings) {}

    /**
     * Walks everything as it stood at one moment, and after it the contents of files and of letters' PDFs, some at a
     * time; in constant memory. Gives each finding as it is found.
     */
    Report verify(Consumer<Finding> found);

    /** Walks one subject's chain, and reads no content for it; nothing is found when all fits. */
    List<Finding> verify(String subject);
}
