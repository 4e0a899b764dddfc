package org.yichuang.shared.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProtocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers requests on a few threads, in the order they come: with all at work that come, each gets the processors and the
 * database between all the others, and the slowest waits longest (ADR 0023). Who is held up (a slow line, a lock, a long
 * file) keeps no other waiting: for each such request there is one thread more.
 */
@Component
class Workers implements TomcatProtocolHandlerCustomizer<AbstractProtocol<?>>, AutoCloseable {
    /** For each processor, when the settings name no number. */
    static final int PER_PROCESSOR = 4;
    /** A request that takes longer is held up. */
    private static final Duration HELD_UP = Duration.ofMillis(50);

    private static final Duration LOOK = Duration.ofMillis(25);
    /** With those that are held up; further requests wait. */
    private static final int MOST = 1000;

    private final Pool pool;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("workers").factory());

    Workers(@Value("${yichuang.workers}") int few) {
        pool = new Pool(few > 0 ? few : PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        watch.scheduleWithFixedDelay(pool::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void customize(AbstractProtocol<?> protocol) {
        protocol.setExecutor(pool);
    }

    @Override
    public void close() {
        watch.shutdown();
        pool.shutdown();
    }

    private static final class Pool extends ThreadPoolExecutor {
        private final int few;
        /** When each thread at work began with its request. */
        private final Map<Thread, Long> began = new ConcurrentHashMap<>();

        Pool(int few) {
            super(
                    few,
                    Math.max(few, MOST),
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("request-", 1).factory());
            this.few = few;
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable request) {
            began.put(thread, System.nanoTime());
        }

        @Override
        protected void afterExecute(Runnable request, Throwable thrown) {
            began.remove(Thread.currentThread());
        }

        void look() {
            long now = System.nanoTime();
            long heldUp = began.values().stream()
                    .filter(since -> now - since > HELD_UP.toNanos())
                    .count();
            int wanted = (int) Math.min(getMaximumPoolSize(), few + heldUp);
            if (wanted != getCorePoolSize()) {
                setCorePoolSize(wanted);
            }
        }
    }
}
