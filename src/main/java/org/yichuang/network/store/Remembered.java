package org.yichuang.network.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yichuang.shared.web.DatabaseAway;

/**
 * A value of the database kept in memory, with the version it was read at. The version is looked at again at most once a
 * second; only when it moved is the value read anew. A transaction that changed it has a value of its own, which nobody else
 * sees before it commits.
 */
final class Remembered<T> {
    private static final long SECOND = 1_000_000_000L;
    /** Whoever reads it may wait for a connection, and those who hold one do not wait for them: they take what is there. */
    private static final long MEANWHILE = 5 * SECOND;

    /** @param own how many changes of this node were known before it was read */
    private record Held<T>(T value, long version, long checked, long own) {}

    /** As a transaction has it that changed it, once it is asked for. */
    private static final class Own<T> {
        private @Nullable T value;
    }

    private final LongSupplier version;
    private final Supplier<T> load;
    private final LongSupplier nanos;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    /** Of those in a transaction: what this node changed they have to see, and read it on the connection they hold. */
    private final ReentrantLock readingInTransaction = new ReentrantLock();

    private final ThreadLocal<@Nullable Own<T>> inTransaction = new ThreadLocal<>();
    private volatile @Nullable Held<T> held;
    /** Why the last reading outside of a transaction failed, if the database was away. */
    private volatile @Nullable RuntimeException away;

    Remembered(LongSupplier version, Supplier<T> load) {
        this(version, load, System::nanoTime);
    }

    Remembered(LongSupplier version, Supplier<T> load, LongSupplier nanos) {
        this.version = version;
        this.load = load;
        this.nanos = nanos;
    }

    T get() {
        Own<T> changed = inTransaction.get();
        if (changed != null) {
            T value = changed.value == null ? load.get() : changed.value;
            changed.value = value;
            return value;
        }
        Held<T> now = held;
        return now != null && current(now, SECOND) ? now.value : check();
    }

    /** As it was last read, however long ago, without a look at the database; what this node changed since is read. */
    T last() {
        Held<T> now = held;
        return now != null && now.own == changes.get() ? now.value : get();
    }

    /** After a change: looks at the version again with the next question, others' once the transaction has committed. */
    void expire() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changes.incrementAndGet();
            return;
        }
        inTransaction.set(new Own<>());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }

            @Override
            public void afterCompletion(int status) {
                inTransaction.remove();
            }
        });
    }

    /** Outside of a transaction, who waited while another found the database away waits for it no second time. */
    private T check() {
        Held<T> before = held;
        boolean holding = TransactionSynchronizationManager.isActualTransactionActive();
        ReentrantLock mine = holding ? readingInTransaction : reading;
        RuntimeException known = away;
        if (!mine.tryLock()) {
            if (before != null && current(before, MEANWHILE)) {
                return before.value;
            }
            mine.lock();
        }
        try {
            RuntimeException meanwhile = away;
            if (!holding && meanwhile != null && meanwhile != known) {
                throw meanwhile;
            }
            return read();
        } catch (RuntimeException e) {
            if (!holding && DatabaseAway.caused(e)) {
                away = e;
            }
            throw e;
        } finally {
            mine.unlock();
        }
    }

    private T read() {
        Held<T> before = held;
        if (before != null && current(before, SECOND)) {
            return before.value;
        }
        long own = changes.get();
        // The version first: what changes in between is then read twice rather than never.
        long current = version.getAsLong();
        T value = before != null && before.version == current ? before.value : load.get();
        held = new Held<>(value, current, nanos.getAsLong(), own);
        away = null;
        return value;
    }

    /** What was read while this node changed it is not. */
    private boolean current(Held<T> one, long since) {
        return one.own == changes.get() && nanos.getAsLong() - one.checked < since;
    }
}
