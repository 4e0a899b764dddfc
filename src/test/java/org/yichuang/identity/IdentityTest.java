package org.yichuang.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.yichuang.support.FridayMorning;
import org.yichuang.support.TestClock;
import org.yichuang.support.TestDatabase;

/** A test on this module alone, with its database and its pages. Each begins on {@link FridayMorning}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.DIRECT_DEPENDENCIES,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        module = "identity",
        verifyAutomatically = false)
@TestPropertySource(properties = {"yichuang.database=external", "yichuang.address=http://localhost"})
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(FridayMorning.class)
@Import(IdentityTest.Setup.class)
@ActiveProfiles("test")
public @interface IdentityTest {
    @TestConfiguration(proxyBeanMethods = false)
    class Setup {
        @Bean
        TestClock testClock() {
            return new TestClock();
        }
    }
}
