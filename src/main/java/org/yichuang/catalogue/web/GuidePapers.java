package org.yichuang.catalogue.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Lang;

/** Guides as PDF, each printed once a day however many ask for it; the ones asked for last are kept. */
@Component
class GuidePapers {
    private static final int KEPT = 200;

    private final Map<Paper, CompletableFuture<byte[]>> kept = Collections.synchronizedMap(new Recent());

    /** What one printing is of: for which district; the day stands for the figures beside the item's own text. */
    record Paper(String item, int version, String in, Lang lang, LocalDate day) {}

    private static final class Recent extends LinkedHashMap<Paper, CompletableFuture<byte[]>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Paper, CompletableFuture<byte[]>> eldest) {
            return size() > KEPT;
        }
    }

    /** Who comes while it is being printed waits for it. */
    byte[] of(Paper paper, Supplier<byte[]> printing) {
        var mine = new CompletableFuture<byte[]>();
        CompletableFuture<byte[]> known = kept.putIfAbsent(paper, mine);
        if (known != null) {
            return known.join();
        }
        try {
            mine.complete(printing.get());
        } catch (RuntimeException | Error e) {
            kept.remove(paper, mine);
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }
}
