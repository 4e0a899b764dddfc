package org.yichuang.journal.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yichuang.journal.JournalReader;
import org.yichuang.journal.wake.Wake;

/** All readers of this node, and the alarm when one of them stands still. */
@Component("journalReaders")
class Readers extends AbstractHealthIndicator implements SmartLifecycle {
    /** A standing reader is an alarm, but the node still answers: it must not be taken out of service for it. */
    static final Status STANDING = new Status("READER_STANDING");

    private final List<ReaderLoop> loops;
    private volatile boolean running;

    Readers(List<JournalReader> readers, ReaderSteps steps, Wake wake, MeterRegistry meters) {
        loops = readers.stream()
                .map(reader -> new ReaderLoop(reader, steps, wake))
                .toList();
        loops.forEach(loop -> Gauge.builder("yichuang.journal.reader.failures", loop, ReaderLoop::failures)
                .description("How often this reader of the journal has failed in a row")
                .tag("reader", loop.name())
                .register(meters));
        long names = loops.stream().map(ReaderLoop::name).distinct().count();
        if (names < loops.size()) {
            throw new IllegalStateException("Two readers of the journal have the same name");
        }
    }

    @Override
    public void start() {
        running = true;
        loops.forEach(ReaderLoop::start);
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(ReaderLoop::stop);
        try {
            for (ReaderLoop loop : loops) {
                loop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<ReaderLoop> standing =
                loops.stream().filter(loop -> loop.failures() > 0).toList();
        health.status(standing.isEmpty() ? Status.UP : STANDING);
        standing.forEach(loop -> health.withDetail(loop.name(), loop.failures()));
    }
}
