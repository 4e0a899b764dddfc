package org.yichuang.network.store;

import java.util.concurrent.atomic.AtomicLong;
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

    /** @param own how many changes of this node were known before it was read */
    private record Held<T>(T value, long version, long checked, long own) {}

    private final LongSupplier version;
    private final Supplier<T> load;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Held<T> held;

    Remembered(LongSupplier version, Supplier<T> load) {
        this.version = version;
        this.load = load;
    }

    T get() {
        Held<T> now = held;
        return now != null && current(now) ? now.value : check();
    }

    /** Looks at the version again with the next question, once the running transaction, if any, has committed. */
    void expire() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changes.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }
        });
    }

    private synchronized T check() {
        Held<T> before = held;
        if (before != null && current(before)) {
            return before.value;
        }
        long own = changes.get();
        // The version first: what changes in between is then read twice rather than never.
        long current = version.getAsLong();
        T value = before != null && before.version == current ? before.value : load.get();
        held = new Held<>(value, current, System.nanoTime(), own);
        return value;
    }

    /** What was read while this node changed it is not. */
    private boolean current(Held<T> one) {
        return one.own == changes.get() && System.nanoTime() - one.checked < SECOND;
    }
}
