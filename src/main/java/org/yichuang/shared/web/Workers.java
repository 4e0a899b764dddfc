package org.yichuang.shared.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers requests on a few threads, in the order they come: with all at work that come, each gets the processors and the
 * database between all the others, and the slowest waits longest (ADR 0023). Who is held up (a slow line, a lock, a long
 * file) keeps no other waiting: for each such request there is one thread more.
 */
@Component
class Workers implements TomcatProtocolHandlerCustomizer<AbstractProtocol<?>>, SmartLifecycle, AutoCloseable {
    /** For each processor, when the settings name no number. */
    static final int PER_PROCESSOR = 4;

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    /** A request that takes longer is held up. */
    private static final Duration HELD_UP = Duration.ofMillis(50);

    private static final Duration LOOK = Duration.ofMillis(25);
    /** With those that are held up; further requests wait. */
    private static final int MOST = 2000;
    /** Looks for which a node that ends waits for requests that wait. */
    private static final int LAST_LOOKS = 40;

    private final Pool pool;
    private volatile boolean running;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("workers").factory());

    @Autowired
    Workers(@Value("${yichuang.workers}") int few, MeterRegistry meters) {
        this(few, meters, Thread.ofPlatform().daemon().name("request-", 1).factory());
    }

    Workers(int few, MeterRegistry meters, ThreadFactory threads) {
        pool = new Pool(
                few > 0
                        ? Math.min(few, MOST)
                        : PER_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                threads);
        watch.scheduleWithFixedDelay(pool::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        Gauge.builder(
                        "yichuang.requests.waiting",
                        pool,
                        requests -> requests.getQueue().size())
                .description("Requests that wait for a thread")
                .register(meters);
        Gauge.builder("yichuang.requests.threads", pool, ThreadPoolExecutor::getPoolSize)
                .description("Threads that answer requests")
                .register(meters);
    }

    @Override
    public void customize(AbstractProtocol<?> protocol) {
        protocol.setExecutor(pool);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Begins what waits: the web server, which ends next, would drop it without a word. */
    @Override
    public void stop() {
        running = false;
        try {
            for (int look = 0; look < LAST_LOOKS && !pool.getQueue().isEmpty(); look++) {
                pool.resize(pool.getPoolSize() + pool.getQueue().size());
                Thread.sleep(LOOK);
            }
            // for those that were taken just now to be read
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes no more requests, after all else that ends. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
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
        /** The machine gave no more threads; said once. */
        private boolean full;
        /** The last look failed; said once. */
        private boolean failing;

        Pool(int few, ThreadFactory threads) {
            super(few, few, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
            this.few = few;
        }

        /** Where the machine gives no more threads, the request waits for one of those there are. */
        @Override
        public void execute(Runnable request) {
            try {
                super.execute(request);
            } catch (OutOfMemoryError noThread) {
                getQueue().add(request);
            }
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable request) {
            began.put(thread, System.nanoTime());
        }

        @Override
        protected void afterExecute(Runnable request, Throwable thrown) {
            began.remove(Thread.currentThread());
        }

        /** Whatever becomes of one look, the next one comes: a schedule ends with what a task throws. */
        void look() {
            try {
                count();
                failing = false;
            } catch (RuntimeException | OutOfMemoryError e) {
                failed(e);
            }
        }

        private void failed(Throwable e) {
            try {
                if (!failing) {
                    log.error("The requests that are held up could not be counted", e);
                }
            } catch (OutOfMemoryError silent) {
                return;
            }
            failing = true;
        }

        /** One thread more for each request that is held up; where most are, so many more again for those that wait. */
        private void count() {
            long now = System.nanoTime();
            int heldUp = (int) began.values().stream()
                    .filter(since -> now - since > HELD_UP.toNanos())
                    .count();
            int more = 2 * heldUp > began.size() ? Math.min(getQueue().size(), heldUp) : 0;
            resize(few + heldUp + more);
        }

        /** Who is one too many leaves after their request. */
        synchronized void resize(int wanted) {
            int size = Math.min(MOST, wanted);
            try {
                if (size > getCorePoolSize()) {
                    setMaximumPoolSize(size);
                    setCorePoolSize(size);
                } else if (size < getCorePoolSize()) {
                    setCorePoolSize(size);
                    setMaximumPoolSize(size);
                }
                // one that came in between found all at work and waits
                while (!getQueue().isEmpty() && prestartCoreThread()) {
                    continue;
                }
                full = false;
            } catch (OutOfMemoryError noThread) {
                if (!full) {
                    log.error("The machine gives no more threads than the {} that answer requests", getPoolSize());
                }
                full = true;
            }
        }
    }
}
