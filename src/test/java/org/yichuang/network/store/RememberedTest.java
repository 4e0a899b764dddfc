package org.yichuang.network.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
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
    void what_was_last_read_is_there_without_a_question_unless_this_node_changed_it() {
        assertThat(remembered.last()).isEqualTo(1);
        version.set(2);
        nanos.set(Duration.ofHours(1).toNanos());
        assertThat(remembered.last()).isEqualTo(1);
        assertThat(asked.getCount()).isEqualTo(1);

        answers.countDown();
        remembered.expire();
        assertThat(remembered.last()).isEqualTo(2);
    }

    @Test
    void of_all_who_wait_for_a_database_that_is_away_one_waits_for_it_and_who_comes_later_asks_again()
            throws Exception {
        var asking = new AtomicInteger();
        var away = new AtomicLong(1);
        var waiting = Collections.synchronizedSet(new HashSet<Thread>());
        var one = new Remembered<>(
                () -> {
                    asking.incrementAndGet();
                    if (away.get() == 1) {
                        await(answers);
                        throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
                    }
                    return 7;
                },
                () -> "read",
                nanos::get);
        try (var people = Executors.newFixedThreadPool(5)) {
            Callable<Throwable> visit = () -> {
                waiting.add(Thread.currentThread());
                return catchThrowable(one::get);
            };
            var visits =
                    Collections.nCopies(5, visit).stream().map(people::submit).toList();
            Awaitility.await()
                    .until(() -> waiting.size() == 5
                            && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            answers.countDown();
            for (var answer : visits) {
                assertThat(answer.get()).hasRootCauseInstanceOf(SQLTransientConnectionException.class);
            }
        }
        assertThat(asking).hasValue(1);

        away.set(0);
        assertThat(one.get()).isEqualTo("read");
        assertThat(asking).hasValue(2);
    }

    @Test
    void what_this_node_changed_or_is_older_than_five_seconds_is_waited_for() {
        assertThat(remembered.get()).isEqualTo(1);
        version.set(2);
        nanos.set(Duration.ofSeconds(6).toNanos());
        var reads = CompletableFuture.supplyAsync(remembered::get, Thread::startVirtualThread);
        await(asked);
        var waits = new CompletableFuture<Long>();
        Thread waiting = Thread.ofVirtual().start(() -> waits.complete(remembered.get()));
        Awaitility.await().until(() -> waits.isDone() || waiting.getState() == Thread.State.WAITING);
        assertThat(waits).isNotDone();
        answers.countDown();
        assertThat(reads.join()).isEqualTo(2);
        assertThat(waits.join()).isEqualTo(2);
    }
}
