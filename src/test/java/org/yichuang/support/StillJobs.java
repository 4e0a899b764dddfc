package org.yichuang.support;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/** While tests set the clock back and forth no job takes its turn, unless a test lets the schedule go on for it. */
public class StillJobs {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Scheduler scheduler;
    private final DSLContext db;

    StillJobs(Scheduler scheduler, DSLContext db) {
        this.scheduler = scheduler;
        this.db = db;
        scheduler.pause();
    }

    /** The product's own schedule does this job, and no other, until that is so. */
    public void go(String task, BooleanSupplier done) {
        db.execute(
                "update journal.scheduled_tasks set execution_time = case when task_name = ? then now()"
                        + " else greatest(execution_time, now() + interval '1 hour') end",
                task);
        scheduler.resume();
        try {
            await().atMost(LONG).until(done::getAsBoolean);
        } finally {
            scheduler.pause();
            await().atMost(LONG).until(() -> scheduler.getCurrentlyExecuting().isEmpty());
        }
    }
}
