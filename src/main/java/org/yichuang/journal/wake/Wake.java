package org.yichuang.journal.wake;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts how often the record was seen to grow, so that who waits for more wakes at once and never misses a growth
 * between two looks. Growth on this node also waits here to be told to the others ({@link Notifier}).
 */
@Component
public class Wake {
    private long grown;
    private long grownHere;

    /** Counts a growth when the transaction at hand has committed; once a transaction. */
    public void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            here();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new OnCompletion());
        }
    }

    private final class OnCompletion implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Wake.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Wake.this, Wake.this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Wake.this);
            if (status == STATUS_COMMITTED) {
                here();
            }
        }
    }

    private synchronized void here() {
        grownHere++;
        elsewhere();
    }

    synchronized void elsewhere() {
        grown++;
        notifyAll();
    }

    /** Waits until the count is not {@code seen} any more, or until {@code most} is over; gives the count. */
    public synchronized long await(long seen, Duration most) throws InterruptedException {
        if (grown == seen) {
            wait(most.toMillis());
        }
        return grown;
    }

    /** The same for the growth of this node alone. */
    synchronized long awaitHere(long seen, Duration most) throws InterruptedException {
        if (grownHere == seen) {
            wait(most.toMillis());
        }
        return grownHere;
    }
}
