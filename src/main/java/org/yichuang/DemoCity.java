package org.yichuang;

import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.DemoMark;
import org.yichuang.shared.Patience;
import org.yichuang.shared.Seed;

/**
 * Fills a new database, before the server answers: with the demo city ({@code yichuang.fill=demo}), or only with what
 * every city needs. A database is new as long as its journal is empty; of several nodes that start on it, one fills it.
 */
@Component
class DemoCity implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);
    /** Earlier than the web server and the readers of the journal. */
    private static final int PHASE = 0;

    private final DSLContext dsl;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Seed> seeds;
    private final DemoMark mark;
    private volatile boolean running;

    DemoCity(DSLContext dsl, TransactionTemplate transaction, ObjectProvider<Seed> seeds, DemoMark mark) {
        this.dsl = dsl;
        this.transaction = transaction;
        this.seeds = seeds;
        this.mark = mark;
    }

    @Override
    public void start() {
        long from = System.nanoTime();
        boolean filled = Boolean.TRUE.equals(transaction.execute(status -> fill()));
        running = true;
        if (filled) {
            log.info(
                    mark.is()
                            ? "新库已填好演示城市（毫秒） · Filled the new database with the demo city (milliseconds): {}"
                            : "新库已备好，没有演示城市（毫秒） · Made the new database ready, without the demo city (milliseconds): {}",
                    (System.nanoTime() - from) / 1_000_000);
        }
    }

    private boolean fill() {
        // another node may be filling it
        dsl.connection(Patience::with);
        dsl.fetch("select pg_advisory_xact_lock(hashtext('yichuang.fill'))");
        if (dsl.fetchValue("select exists (select from journal.entry)") instanceof Boolean used && used) {
            return false;
        }
        boolean demo = mark.decide();
        List<Seed> wanted =
                seeds.orderedStream().filter(seed -> demo || !seed.demoOnly()).toList();
        wanted.forEach(DemoCity::timed);
        return true;
    }

    private static void timed(Seed seed) {
        long from = System.nanoTime();
        seed.fill();
        log.debug("{} took {} ms", seed.getClass().getSimpleName(), (System.nanoTime() - from) / 1_000_000);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
