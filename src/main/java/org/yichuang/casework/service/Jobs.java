package org.yichuang.casework.service;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yichuang.casework.store.UnusedDrafts;
import org.yichuang.shared.web.Ui;

/** Casework's jobs; each runs on one node at a time. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    /** Before uploads that were not used are deleted: what only these drafts held goes with them. */
    private static final LocalTime NIGHT = LocalTime.of(3, 45);

    /** Limits end at the close of office hours; half a minute later it is on record. */
    @Bean
    RecurringTask<Void> limitsThatRanOut(ClockWork work) {
        return Tasks.recurring("casework-limits", FixedDelay.ofSeconds(30)).execute((task, context) -> {
            work.deemAccepted();
            work.terminate();
        });
    }

    @Bean
    RecurringTask<Void> dueDatesOnAnAmendedCalendar(ClockWork work) {
        return Tasks.recurring("casework-recompute", FixedDelay.ofSeconds(5))
                .execute((task, context) -> work.recompute());
    }

    @Bean
    RecurringTask<Void> deleteUnusedDrafts(UnusedDrafts drafts) {
        return Tasks.recurring("casework-drafts", Schedules.daily(Ui.ZONE, NIGHT))
                .execute((task, context) -> drafts.delete());
    }
}
