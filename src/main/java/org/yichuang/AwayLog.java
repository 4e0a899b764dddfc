package org.yichuang;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yichuang.shared.web.DatabaseAway;

/**
 * While the database is away, libraries write a stack that says nothing for each look for a job, and for each transaction
 * that cannot be rolled back: here it is one line.
 */
@Component
class AwayLog extends TurboFilter implements DisposableBean {
    private static final org.slf4j.Logger log = LoggerFactory.getLogger(AwayLog.class);
    private static final List<String> LIBRARIES =
            List.of("com.github.kagkarlsson.scheduler.", "org.springframework.transaction.");

    private final LoggerContext all = (LoggerContext) LoggerFactory.getILoggerFactory();

    AwayLog() {
        all.addTurboFilter(this);
    }

    @Override
    public void destroy() {
        all.getTurboFilterList().remove(this);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] values,
            @Nullable Throwable failure) {
        if (!level.isGreaterOrEqual(Level.WARN) || LIBRARIES.stream().noneMatch(logger.getName()::startsWith)) {
            return FilterReply.NEUTRAL;
        }
        Throwable why = failure == null ? last(values) : failure;
        if (why == null || !DatabaseAway.caused(why)) {
            return FilterReply.NEUTRAL;
        }
        String library = logger.getName().substring(logger.getName().lastIndexOf('.') + 1);
        log.warn("{}: the database cannot be used: {}", library, DatabaseAway.why(why));
        return FilterReply.DENY;
    }

    /** A failure may be given as the last of the values. */
    private static @Nullable Throwable last(@Nullable Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }
}
