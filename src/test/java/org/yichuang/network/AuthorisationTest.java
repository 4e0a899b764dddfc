package org.yichuang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rule AUTHORISED: a line of the register is good from its first day through its last. */
class AuthorisationTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 9);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 12);

    @Test
    void both_days_count_and_none_before_or_after() {
        var line = new Authorisation("2026-1", "post", Authorisation.EVERY_ITEM, Act.SUPERVISE, FIRST, LAST);

        assertThat(line.on(FIRST)).isTrue();
        assertThat(line.on(LAST)).isTrue();
        assertThat(line.on(FIRST.minusDays(1))).isFalse();
        assertThat(line.on(LAST.plusDays(1))).isFalse();
    }

    @Test
    void without_a_last_day_it_is_good_until_it_is_revoked() {
        var line = new Authorisation("2026-1", "post", Authorisation.EVERY_ITEM, Act.SUPERVISE, FIRST, null);

        assertThat(line.on(LAST.plusYears(50))).isTrue();
    }
}
