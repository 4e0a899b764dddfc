package org.yichuang.casework.service;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.store.SweepStore;

/** Casework's jobs; each runs on one node at a time. */
@Configuration(proxyBeanMethods = false)
class Jobs {
    private static final LocalTime NIGHT = LocalTime.of(3, 50);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(30);

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
    RecurringTask<Void> forgetAnswersToOldRequests(SweepStore store, Clock clock) {
        return Tasks.recurring("casework-forget", Schedules.daily(WorkingCalendar.ZONE, NIGHT))
                .execute((task, context) -> store.forgetAnswers(clock.instant().minus(ANSWERS_KEPT)));
    }
}
