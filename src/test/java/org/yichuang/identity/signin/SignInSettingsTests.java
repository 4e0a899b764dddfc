package org.yichuang.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What a city may set for its sign-in, and what no server starts with. */
class SignInSettingsTests {
    private final ApplicationContextRunner server = new ApplicationContextRunner().withUserConfiguration(Of.class);

    @EnableConfigurationProperties(SignInSettings.class)
    static class Of {}

    @Test
    void what_is_not_set_is_as_it_was() {
        server.run(started ->
                assertThat(started.getBean(SignInSettings.class).attempts()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource({
        "attempts=0, YICHUANG_SIGNIN_ATTEMPTS",
        "registrations=0, YICHUANG_SIGNIN_REGISTRATIONS",
        "staff-idle=30, YICHUANG_SIGNIN_STAFFIDLE",
        "applicant-idle=0s, YICHUANG_SIGNIN_APPLICANTIDLE",
        "staff-ends=-1h, YICHUANG_SIGNIN_STAFFENDS",
        "applicant-ends=7, YICHUANG_SIGNIN_APPLICANTENDS",
        "window=15, YICHUANG_SIGNIN_WINDOW",
        "lock=15, YICHUANG_SIGNIN_LOCK",
        "link=7, YICHUANG_SIGNIN_LINK"
    })
    void what_would_let_nobody_in_or_protect_nobody_is_refused_by_its_name(String set, String name) {
        server.withPropertyValues("yichuang.sign-in." + set)
                .run(failed -> assertThat(failed).getFailure().rootCause().hasMessageContaining(name + " is at least"));
    }
}
