package org.yichuang.support;

import com.github.kagkarlsson.scheduler.Scheduler;

/** While tests set the clock back and forth no job takes its turn: a test does its work when it says so. */
class StillJobs {
    StillJobs(Scheduler scheduler) {
        scheduler.pause();
    }
}
