package org.yichuang.casework.service;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Casework's jobs; each runs on one node at a time. */
@Configuration(proxyBeanMethods = false)
class Jobs {
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
}
