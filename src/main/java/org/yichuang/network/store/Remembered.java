package org.yichuang.network.store;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value of the database kept in memory, with the version it was read at. The version is looked at again at most once a
 * second; only when it moved is the value read anew.
 */
final class Remembered<T> {
    private static final long SECOND = 1_000_000_000L;

    private record Held<T>(T value, long version, long checked) {}

    private final LongSupplier version;
    private final Supplier<T> load;
    private volatile @Nullable Held<T> held;

    Remembered(LongSupplier version, Supplier<T> load) {
        this.version = version;
        this.load = load;
    }

    T get() {
        Held<T> now = held;
        return now != null && System.nanoTime() - now.checked < SECOND ? now.value : check();
    }

    /** Looks at the version again with the next question, once the running transaction, if any, has committed. */
    void expire() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            held = null;
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held = null;
            }
        });
    }

    private synchronized T check() {
        Held<T> before = held;
        if (before != null && System.nanoTime() - before.checked < SECOND) {
            return before.value;
        }
        // The version first: what changes in between is then read twice rather than never.
        long current = version.getAsLong();
        T value = before != null && before.version == current ? before.value : load.get();
        held = new Held<>(value, current, System.nanoTime());
        return value;
    }
}
