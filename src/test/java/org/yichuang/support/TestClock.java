package org.yichuang.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.yichuang.shared.web.Ui;

/** The product's clock in tests: stands where it is set, Friday 9 October 2026, 10:24 at first. */
public class TestClock extends Clock {
    private Instant now = at("2026-10-09T10:24");
    private Duration step = Duration.ZERO;

    /** An instant from a local time of the city. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Ui.ZONE).toInstant();
    }

    public void set(String local) {
        set(at(local));
    }

    public synchronized void set(Instant instant) {
        now = instant;
        step = Duration.ZERO;
    }

    /** It goes on by a microsecond whenever somebody looks, until it is set. */
    public synchronized void goOn() {
        step = Duration.ofNanos(1000);
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Ui.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
