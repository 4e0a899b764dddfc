package org.yichuang.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.catalogue.web.LimitScale.Lane;
import org.yichuang.catalogue.web.LimitScale.Mark;
import org.yichuang.shared.Text;

/** The bars of statute, promise and what it really took, on an item's page. */
class LimitScaleTest {
    /** By law in ten working days, promised in five. */
    private static final String FOOD = "food_permit";

    private static LimitScale scale(String item, @Nullable ItemRecord done) {
        return LimitScale.of(DemoItems.item(item), done);
    }

    private static ItemRecord took(double mean, double p95) {
        return new ItemRecord(Text.of("", ""), 40, mean, p95, 40, 0.9, List.of(), 0);
    }

    @Test
    void the_three_are_drawn_on_one_scale_and_the_line_goes_from_the_mean_to_the_95th_percentile() {
        LimitScale scale = scale(FOOD, took(4, 6.5));

        assertThat(scale.lanes())
                .extracting(Lane::kind, Lane::amount, Lane::width, Lane::whisker)
                .containsExactly(
                        tuple("law", "10", "100.0", null),
                        tuple("promise", "5", "50.0", null),
                        tuple("did", "4.0", "40.0", "25.0"));
        assertThat(scale.actual()).isTrue();
        assertThat(Objects.requireNonNull(scale.unit()).zh()).isEqualTo("个工作日");
        assertThat(scale.marks())
                .extracting(Mark::at, Mark::number)
                .containsExactly(
                        tuple("0.0", 0),
                        tuple("20.0", 2),
                        tuple("40.0", 4),
                        tuple("60.0", 6),
                        tuple("80.0", 8),
                        tuple("100.0", 10));
    }

    @Test
    void what_took_longer_than_the_law_gives_makes_the_scale_longer() {
        assertThat(scale(FOOD, took(8, 20)).lanes())
                .extracting(Lane::kind, Lane::width, Lane::whisker)
                .containsExactly(
                        tuple("law", "50.0", null), tuple("promise", "25.0", null), tuple("did", "40.0", "60.0"));
    }

    @Test
    void nothing_is_drawn_of_what_nobody_decided_yet() {
        LimitScale scale = scale(FOOD, null);

        assertThat(scale.lanes()).extracting(Lane::kind).containsExactly("law", "promise");
        assertThat(scale.actual()).isFalse();
    }

    @Test
    void working_days_that_it_took_are_not_drawn_beside_a_limit_in_calendar_days() {
        LimitScale scale = scale("labor_arbitration", took(20, 30));

        assertThat(scale.lanes())
                .extracting(Lane::kind, Lane::amount, Lane::width)
                .containsExactly(tuple("law", "45", "100.0"), tuple("promise", "22", "48.9"));
        assertThat(scale.actual()).isFalse();
    }

    @Test
    void what_is_done_on_the_spot_under_no_statute_has_no_bar() {
        LimitScale scale = scale("small_catering", null);

        assertThat(scale.bare()).isTrue();
        assertThat(scale.unit()).isNull();
        assertThat(scale.marks()).isEmpty();
    }
}
