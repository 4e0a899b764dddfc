package org.yichuang.network.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {
    private final AtomicLong version = new AtomicLong(1);
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final Remembered<Long> remembered = new Remembered<>(this::slow, version::get, nanos::get);

    /** The second time it is asked, the database does not answer until it is let; who holds a connection is answered. */
    private long slow() {
        asked.countDown();
        if (asked.getCount() == 0 && !TransactionSynchronizationManager.isActualTransactionActive()) {
            await(answers);
        }
        return version.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void while_one_waits_for_the_database_the_others_take_what_is_there() {
        assertThat(remembered.get()).isEqualTo(1);
        version.set(2);
        nanos.set(Duration.ofSeconds(2).toNanos());
        var reads = CompletableFuture.supplyAsync(remembered::get);
        await(asked);

        assertThat(remembered.get()).isEqualTo(1);

        answers.countDown();
        assertThat(reads.join()).isEqualTo(2);
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void an_act_does_not_wait_for_who_waits_for_a_connection_and_sees_what_this_node_changed() {
        assertThat(remembered.get()).isEqualTo(1);
        version.set(2);
        remembered.expire();
        var page = CompletableFuture.supplyAsync(remembered::get);
        await(asked);

        var act = CompletableFuture.supplyAsync(this::inATransaction, Thread::startVirtualThread);
        assertThat(act.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(2);

        answers.countDown();
        assertThat(page.join()).isEqualTo(2);
    }

    private Long inATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        return remembered.get();
    }

    @Test
    void what_this_node_changed_or_is_older_than_five_seconds_is_waited_for() {
        assertThat(remembered.get()).isEqualTo(1);
        version.set(2);
        nanos.set(Duration.ofSeconds(6).toNanos());
        var reads = CompletableFuture.supplyAsync(remembered::get);
        await(asked);
        var waits = CompletableFuture.supplyAsync(remembered::get);
        assertThat(waits).isNotDone();
        answers.countDown();
        assertThat(reads.join()).isEqualTo(2);
        assertThat(waits.join()).isEqualTo(2);
    }
}
