package org.yichuang.documents.store;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yichuang.shared.web.Ui;

/** Deletes what was uploaded and not used, once a night on one node. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {
    private static final LocalTime NIGHT = LocalTime.of(3, 50);

    @Bean
    RecurringTask<Void> deleteUnusedFiles(UnusedFiles files) {
        return Tasks.recurring("documents-unused", Schedules.daily(Ui.ZONE, NIGHT))
                .execute((task, context) -> files.delete());
    }
}
