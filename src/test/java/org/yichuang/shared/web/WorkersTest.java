package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;

/** Requests as tasks: those that are held up wait for {@code released}. */
class WorkersTest {
    private static final int FEW = 2;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Workers workers = new Workers(FEW, meters);
    private final Executor requests;
    private final CountDownLatch released = new CountDownLatch(1);

    WorkersTest() {
        var protocol = new Http11NioProtocol();
        workers.customize(protocol);
        requests = protocol.getExecutor();
    }

    @AfterEach
    void end() {
        released.countDown();
        workers.close();
    }

    @Test
    void a_crowd_that_is_held_up_keeps_no_other_waiting_and_is_forgotten_afterwards() {
        var answered = new CountDownLatch(1);
        holdUp(300);
        requests.execute(answered::countDown);

        await().until(() -> answered.getCount() == 0);
        assertThat(released.getCount()).isEqualTo(1);

        released.countDown();
        await().until(() -> gauge("threads") == FEW && gauge("waiting") == 0);
    }

    @Test
    void what_waits_when_the_node_ends_is_begun_before_the_web_server_takes_no_more() {
        CountDownLatch begun = holdUp(20);

        workers.stop();

        assertThat(gauge("waiting")).isZero();
        await().until(() -> begun.getCount() == 0);
        assertThat(workers.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    @Test
    void a_request_that_fails_costs_no_thread() {
        var answered = new CountDownLatch(10 * FEW);
        for (int i = 0; i < 10 * FEW; i++) {
            requests.execute(() -> {
                answered.countDown();
                throw new IllegalStateException("in a test");
            });
        }

        await().dontCatchUncaughtExceptions().until(() -> answered.getCount() == 0 && gauge("threads") == FEW);
    }

    @Test
    void a_look_that_fails_is_not_the_last_one() {
        var failed = new CountDownLatch(1);
        ThreadFactory threads = Thread.ofPlatform().daemon().factory();
        var failing = new Workers(FEW, new SimpleMeterRegistry(), request -> {
            boolean looking = Thread.currentThread().getName().equals("workers");
            if (looking && failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("in a test");
            }
            return threads.newThread(request);
        });
        var protocol = new Http11NioProtocol();
        failing.customize(protocol);
        var answered = new CountDownLatch(1);
        try {
            holdUp(FEW, protocol.getExecutor());
            protocol.getExecutor().execute(answered::countDown);

            await().until(() -> answered.getCount() == 0);
            assertThat(failed.getCount()).isZero();
        } finally {
            failing.close();
        }
    }

    private CountDownLatch holdUp(int requestsHeldUp) {
        return holdUp(requestsHeldUp, requests);
    }

    private CountDownLatch holdUp(int requestsHeldUp, Executor by) {
        var begun = new CountDownLatch(requestsHeldUp);
        IntStream.range(0, requestsHeldUp)
                .forEach(i -> by.execute(() -> {
                    begun.countDown();
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        return begun;
    }

    private double gauge(String what) {
        return meters.get("yichuang.requests." + what).gauge().value();
    }
}
