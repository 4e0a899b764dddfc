package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.shared.Text;
import org.yichuang.support.TestClock;

class ExpectedTest {
    private static final Instant DUE = TestClock.at("2026-09-30T17:00");

    @Test
    void a_decision_that_is_late_was_due_and_is_not_announced_for_a_day_that_is_over() {
        assertThat(when("2026-09-30T17:00")).isEqualTo(Text.of("9月30日前", "by 30 Sep"));
        assertThat(when("2026-10-09T10:24")).isEqualTo(Text.of("应在 9月30日前", "was due by 30 Sep"));
    }

    @Test
    void a_day_of_another_year_says_which() {
        assertThat(when("2025-12-31T10:24")).isEqualTo(Text.of("2026年9月30日前", "by 30 Sep 2026"));
    }

    private static Text when(String now) {
        return Objects.requireNonNull(Expected.next(State.REVIEWING, null, DUE, DeliveryWay.WINDOW, TestClock.at(now)))
                .when();
    }
}
