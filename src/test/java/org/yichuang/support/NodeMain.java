package org.yichuang.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;
import org.yichuang.Yichuang;
import org.yichuang.shared.web.Ui;

/**
 * The product as a process whose clock runs, but from Friday 9 October 2026, 10:24 on: a day whose calendar is known,
 * whenever the tests are run. All nodes of a run have the same time.
 */
public final class NodeMain {
    static final String AHEAD = "test.clock.ahead";
    private static final Duration DIFFERENCE = Duration.between(Instant.now(), TestClock.at("2026-10-09T10:24"));

    private NodeMain() {}

    public static void main(String[] args) {
        var application = new SpringApplication(Yichuang.class, Shifted.class);
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.run(args);
    }

    /** How far the nodes' clock is ahead of the machine's. */
    static Duration ahead() {
        return DIFFERENCE;
    }

    /** The time on the nodes now. */
    public static Instant now() {
        return Instant.now().plus(DIFFERENCE);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Shifted {
        @Bean
        @Primary
        Clock shiftedClock(@Value("${" + AHEAD + "}") long millis) {
            return Clock.offset(Clock.system(Ui.ZONE), Duration.ofMillis(millis));
        }
    }
}
