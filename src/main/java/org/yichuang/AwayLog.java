package org.yichuang;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yichuang.shared.web.DatabaseAway;

/**
 * While the database is away, libraries write a stack that says nothing for each look for a job, and for each transaction
 * that cannot be rolled back: here it is one line. It stands at those libraries' loggers only: a filter before all of them
 * would be asked at every line that no level lets through, some thousand times a request.
 */
@Component
class AwayLog extends AppenderBase<ILoggingEvent> {
    private static final org.slf4j.Logger log = LoggerFactory.getLogger(AwayLog.class);
    private static final List<String> LIBRARIES =
            List.of("com.github.kagkarlsson.scheduler", "org.springframework.transaction");

    private final Logger everywhere;

    AwayLog() {
        var all = (LoggerContext) LoggerFactory.getILoggerFactory();
        everywhere = all.getLogger(Logger.ROOT_LOGGER_NAME);
        setName(AwayLog.class.getSimpleName());
        setContext(all);
        start();
        LIBRARIES.stream().map(all::getLogger).forEach(this::takes);
    }

    /** One of a process, however many servers run in it. */
    private void takes(Logger logger) {
        if (logger.getAppender(getName()) == null) {
            logger.setAdditive(false);
            logger.addAppender(this);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        Throwable why = event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        if (why == null || !DatabaseAway.caused(why)) {
            everywhere.callAppenders(event);
            return;
        }
        String logger = event.getLoggerName();
        log.warn(
                "{}: the database cannot be used: {}",
                logger.substring(logger.lastIndexOf('.') + 1),
                DatabaseAway.why(why));
    }
}
