package org.yichuang.identity.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yichuang.identity.store.AnswerStore;
import org.yichuang.identity.store.GuardStore;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.identity.store.SessionStore;
import org.yichuang.shared.web.IdempotencyKey;
import org.yichuang.shared.web.Ui;

/** Forgets sessions, codes, wrong passwords and answers that are long over, once a night on one node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class Housekeeping {
    private static final Duration KEPT = Duration.ofDays(30);
    /** Names and addresses that strangers tried, when none of it counts any more: they may try very many. */
    private static final Duration TRIED = Duration.ofDays(1);

    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    RecurringTask<Void> forgetOldSessions(
            SessionStore sessions,
            LinkStore links,
            GuardStore guards,
            AnswerStore answers,
            SignInSettings settings,
            Clock clock) {
        return Tasks.recurring("identity-forget", Schedules.daily(Ui.ZONE, NIGHT))
                .execute((task, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    sessions.forget(before);
                    links.forget(clock.instant());
                    guards.forget(clock.instant().minus(settings.window()).minus(TRIED));
                    answers.forget(clock.instant().minus(Duration.ofDays(IdempotencyKey.KEPT_DAYS)));
                });
    }
}
