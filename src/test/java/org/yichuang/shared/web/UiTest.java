package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;
import org.yichuang.support.TestClock;

/** How a page writes days. */
class UiTest {
    private static final Instant DUE = TestClock.at("2027-01-04T17:00");

    @Test
    void a_short_day_of_this_year_has_no_year_and_one_of_another_year_has_its_own() {
        assertThat(page(Lang.ZH, "2027-01-01T09:00").shortDay(DUE)).isEqualTo("1月4日");
        assertThat(page(Lang.ZH, "2026-12-30T09:00").shortDay(DUE)).isEqualTo("2027年1月4日");
        assertThat(page(Lang.EN, "2026-12-30T09:00").shortDay(DUE)).isEqualTo("4 Jan 2027");
    }

    @Test
    void so_has_one_with_its_weekday() {
        assertThat(page(Lang.ZH, "2026-12-30T09:00").nearDay(DUE)).isEqualTo("2027年1月4日(周一)");
        assertThat(page(Lang.EN, "2027-01-01T09:00").nearDay(DUE)).isEqualTo("Mon 4 Jan");
    }

    private static Ui page(Lang lang, String now) {
        return new Ui(lang, false, true, false, Visitor.NOBODY, "/", "", "", TestClock.at(now), Text.same(""), null);
    }
}
