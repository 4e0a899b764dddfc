package org.yichuang.journal.reading;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.JournalReader;
import org.yichuang.journal.wake.Wake;
import org.yichuang.shared.web.DatabaseAway;

/** Takes one reader on for as long as this node runs: at once when the record grows, every second in any case. */
final class ReaderLoop {
    private static final Logger log = LoggerFactory.getLogger(ReaderLoop.class);
    /** How often it looks by itself: what no growth that was told of woke it for, it finds then. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** Under load, what commits within this time is read as one batch. */
    private static final Duration GATHER = Duration.ofMillis(500);

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LAST_BATCH = Duration.ofSeconds(10);

    private final JournalReader reader;
    private final ReaderSteps steps;
    private final Wake wake;
    private final Duration look;
    private volatile boolean running;
    private volatile int failures;
    private @Nullable Thread thread;

    ReaderLoop(JournalReader reader, ReaderSteps steps, Wake wake) {
        this(reader, steps, wake, LOOK);
    }

    ReaderLoop(JournalReader reader, ReaderSteps steps, Wake wake, Duration look) {
        this.reader = reader;
        this.steps = steps;
        this.wake = wake;
        this.look = look;
    }

    String name() {
        return reader.name();
    }

    /** How often it has failed in a row, as this node knows; 0 when all is well. */
    int failures() {
        return failures;
    }

    synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("journal-" + name()).start(this::run);
    }

    /** Tells it to leave, and who sleeps to wake for it. */
    synchronized void stop() {
        running = false;
        notifyAll();
    }

    /** Waits until the batch at hand is finished. */
    void join() throws InterruptedException {
        Thread last = thread;
        if (last != null) {
            last.join(LAST_BATCH);
        }
    }

    private void run() {
        try {
            long seen = -1;
            while (running) {
                seen = wake.await(seen, look);
                readOn();
                sleep(failures == 0 ? GATHER : backOff());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sleep(Duration duration) throws InterruptedException {
        if (running) {
            wait(duration.toMillis());
        }
    }

    private void readOn() {
        ReaderSteps.Outcome outcome = new ReaderSteps.Outcome.More();
        while (running && outcome instanceof ReaderSteps.Outcome.More) {
            outcome = step();
            failures = outcome instanceof ReaderSteps.Outcome.Failed failed ? failed.failures() : 0;
        }
    }

    /** When the failure cannot even be put on record, the database is away or the memory full: try again later. */
    private ReaderSteps.Outcome step() {
        try {
            return steps.step(reader);
        } catch (RuntimeException | Error e) {
            if (running) {
                log.warn("The journal's reader {} cannot go on yet: {}", name(), DatabaseAway.why(e));
            }
            return new ReaderSteps.Outcome.Failed(failures + 1);
        }
    }

    private Duration backOff() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }
}
