package org.yichuang.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.Procedure.Kind;
import org.yichuang.catalogue.Procedure.Step;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.network.PostRole;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

class StepsDrawingTest {
    /** Five working days on the longest path. */
    private static final Procedure FOOD = DemoItems.item("food_permit").procedure();

    @Test
    void a_promise_that_is_longer_than_the_steps_ends_behind_them() {
        StepsDrawing drawing = StepsDrawing.of(FOOD, Limit.workingDays(10), Lang.ZH);

        assertThat(drawing.promise()).isEqualTo(StepsDrawing.RIGHT);
        assertThat(drawing.boxes())
                .allMatch(box -> box.x() + box.width() < (StepsDrawing.LEFT + StepsDrawing.RIGHT) / 2);
        assertThat(StepsDrawing.of(FOOD, Limit.workingDays(5), Lang.ZH).boxes())
                .anyMatch(box -> box.x() + box.width() > StepsDrawing.RIGHT - 5);
    }

    @Test
    void what_is_promised_in_another_unit_or_not_at_all_has_no_place_among_the_steps() {
        assertThat(StepsDrawing.of(FOOD, new Limit(10, Limit.Unit.CALENDAR_DAY), Lang.ZH)
                        .promise())
                .isNull();
        assertThat(StepsDrawing.of(FOOD, null, Lang.ZH))
                .returns(null, StepsDrawing::promise)
                .returns(true, StepsDrawing::scaled);
    }

    @Test
    void ticks_are_named_by_the_unit_and_stand_apart() {
        assertThat(labels(new Limit(4, Limit.Unit.HOUR)))
                .containsExactly("acceptance", "1 hour", "2 hours", "3 hours", "4 hours");
        assertThat(labels(Limit.workingDays(21)))
                .containsExactly(
                        "not counted", "5 working days", "10 working days", "15 working days", "21 working days");
    }

    @Test
    void a_name_that_one_line_would_make_too_small_to_read_stands_in_two() {
        Procedure procedure = DemoItems.item("labor_arbitration").procedure();

        assertThat(StepsDrawing.of(procedure, null, Lang.EN).boxes())
                .anySatisfy(box -> {
                    assertThat(box.lines()).containsExactly("Inquiry and hearing", "of both sides");
                    assertThat(box.size()).isGreaterThanOrEqualTo(10);
                })
                .anySatisfy(box -> assertThat(box.lines()).containsExactly("Issue"));
        assertThat(StepsDrawing.of(procedure, null, Lang.ZH).boxes())
                .allMatch(box -> box.lines().size() == 1);
    }

    private static List<String> labels(Limit limit) {
        Step decision =
                new Step("decide", Kind.DECISION, Text.same("决定"), PostRole.DECIDE, limit, List.of(), false, null);
        return StepsDrawing.of(new Procedure(List.of(decision)), limit, Lang.EN).ticks().stream()
                .map(StepsDrawing.Tick::label)
                .toList();
    }
}
