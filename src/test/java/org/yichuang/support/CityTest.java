package org.yichuang.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.yichuang.casework.ActRequests;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.service.Rounds;

/**
 * A test on the whole product with the demo city, on a real PostgreSQL and a real port. The context is started once and
 * shared; make your own people and cases with {@link Office}. Each test begins on {@link FridayMorning}; set the {@link
 * TestClock} to another time where you need one. Jobs do not run by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yichuang.database=external",
            "yichuang.address=http://localhost",
            "yichuang.rules.correction-working-days=15"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(FridayMorning.class)
@Import({TestClock.Configuration.class, StillJobs.class, Office.class, Situations.class, ActRequests.class, Rounds.class
})
@ActiveProfiles("test")
public @interface CityTest {}
