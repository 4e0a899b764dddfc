package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.casework.web.TimelineRow;
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

    @Test
    void before_acceptance_the_earlier_of_the_law_s_end_and_the_answer_comes_next() {
        Instant later = TestClock.at("2026-10-09T17:00");

        assertThat(submitted(DUE, DUE).detail())
                .isEqualTo(Text.of("到期没有答复，就算受理", "No answer by then counts as acceptance"));
        assertThat(submitted(later, DUE).when()).isEqualTo(Text.of("9月30日前", "by 30 Sep"));
        assertThat(submitted(later, DUE).detail().en())
                .isEqualTo("The limit by law counts from the receipt; no answer by 9 Oct counts as acceptance");
        assertThat(submitted(null, DUE).detail().en()).isEqualTo("The limit by law counts from the receipt");
        assertThat(submitted(null, null).when()).isEqualTo(Text.of("接下来", "Next"));
    }

    private static TimelineRow submitted(@Nullable Instant answer, @Nullable Instant due) {
        return Objects.requireNonNull(
                Expected.next(State.SUBMITTED, answer, due, DeliveryWay.WINDOW, TestClock.at("2026-09-28T09:00")));
    }

    private static Text when(String now) {
        return Objects.requireNonNull(Expected.next(State.REVIEWING, null, DUE, DeliveryWay.WINDOW, TestClock.at(now)))
                .when();
    }
}
