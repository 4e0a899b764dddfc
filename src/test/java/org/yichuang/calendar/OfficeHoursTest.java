package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.OfficeHours.Opening;

class OfficeHoursTest {
    @Test
    void a_day_is_as_long_as_its_openings() {
        assertThat(OfficeHours.DEFAULT.minutesADay()).isEqualTo(405);
        assertThat(OfficeHours.DEFAULT.closes()).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void minutes_passed_and_the_minute_reached_are_each_others_inverse() {
        for (int passed = 1; passed <= 405; passed++) {
            assertThat(OfficeHours.DEFAULT.passed(OfficeHours.DEFAULT.minuteAt(passed)))
                    .isEqualTo(passed);
        }
    }

    @Test
    void a_count_that_ends_at_noon_does_not_wait_for_the_afternoon() {
        assertThat(OfficeHours.DEFAULT.minuteAt(195)).isEqualTo(12 * 60);
        assertThat(OfficeHours.DEFAULT.minuteAt(196)).isEqualTo(13 * 60 + 31);
    }

    @Test
    void openings_are_in_order_apart_and_of_whole_minutes() {
        var morning = new Opening(LocalTime.of(8, 45), LocalTime.NOON);
        assertThatThrownBy(() -> OfficeHours.of(new Opening(LocalTime.of(13, 0), LocalTime.of(17, 0)), morning))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficeHours.of(morning, new Opening(LocalTime.NOON, LocalTime.of(17, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Opening(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Opening(LocalTime.of(8, 45, 30), LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OfficeHours(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
