package org.yichuang.casework.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.journal.Link;

/**
 * The cases that this node saw last, as it saw them, so that the next act on one need not read it. Nothing is true because
 * it stands here: an act is written only where the case still ends in the same link of its chain, and is otherwise tried
 * again on the case as it is (ADR 0020).
 */
@Component
class KnownCases {
    /** A few dozen megabytes. */
    private static final int MOST = 2_000;

    private final Map<UUID, Known> cases = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > MOST;
        }
    };

    /** The newest version of the register that a case was seen with: what was seen with an older one cannot be written. */
    private long roster;

    /** @param roster the version of the register that it was seen with */
    record Known(CaseFile file, Link head, long roster) {}

    /** Nothing inside a transaction: what it wrote itself is not here, and an act that comes too late there ends it. */
    Optional<Known> find(UUID id) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        synchronized (cases) {
            return Optional.ofNullable(cases.get(id)).filter(known -> known.roster >= roster);
        }
    }

    /** Not what a transaction sees, which may still be undone. */
    void saw(@Nullable Known known) {
        if (known != null && !TransactionSynchronizationManager.isActualTransactionActive()) {
            synchronized (cases) {
                roster = Math.max(roster, known.roster);
                cases.put(known.file.is().id(), known);
            }
        }
    }

    void forget(UUID id) {
        synchronized (cases) {
            cases.remove(id);
        }
    }
}
