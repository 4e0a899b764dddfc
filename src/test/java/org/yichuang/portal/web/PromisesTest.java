package org.yichuang.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.Limit.Unit;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.Target;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.portal.web.HomePage.Promise;
import org.yichuang.portal.web.PromisesPage.Row;
import org.yichuang.shared.Text;

/** The figures of the city's promises, and what each of them counts. */
class PromisesTest {
    private static final Limit ON_THE_SPOT = Limit.workingDays(0);

    @Test
    void what_the_policy_asks_for_is_what_its_article_13_says() {
        assertThat(Target.values()).extracting(Target::percent).containsExactly(50, 30, 98);
        assertThat(Target.ARTICLE.zh()).contains("第十三条");
    }

    @Test
    void without_items_or_cases_there_is_no_figure() {
        assertThat(Promises.of(List.of())).isEmpty();
        assertThat(Promises.of(List.of(item(null, null, null)))).isEmpty();
    }

    @Test
    void promised_faster_compares_the_averages_of_the_items_each_once() {
        List<Row> rows = List.of(item(days(20), days(5), cases(9, 1, 9, 9)), item(days(10), days(7), null));

        assertThat(figure(rows, Target.PROMISED))
                .returns("60.0", Promise::percent)
                .returns(
                        "2 个事项，法定平均 15.0 → 承诺 6.0 个工作日",
                        promise -> promise.basis().zh())
                .returns(
                        "2 services: by law 15.0 → promised 6.0 working days on average",
                        promise -> promise.basis().en());
    }

    @Test
    void promised_faster_leaves_out_what_has_no_statute_or_counts_in_another_unit() {
        Row counted = item(days(10), days(4), null);
        List<Row> rows = List.of(
                counted,
                item(null, days(1), null),
                item(days(10), null, null),
                item(ON_THE_SPOT, ON_THE_SPOT, null),
                item(new Limit(10, Unit.CALENDAR_DAY), days(1), null),
                item(days(10), new Limit(1, Unit.CALENDAR_DAY), null),
                item(new Limit(8, Unit.WORKING_HOUR), new Limit(1, Unit.WORKING_HOUR), null));

        assertThat(counted(rows, Target.PROMISED)).containsExactly(counted);
        assertThat(figure(rows, Target.PROMISED).percent()).isEqualTo("60.0");
        assertThat(Promises.of(rows.subList(1, rows.size()))).isEmpty();
    }

    @Test
    void what_is_promised_on_the_spot_is_as_much_faster_as_can_be() {
        assertThat(figure(List.of(item(days(10), ON_THE_SPOT, null)), Target.PROMISED))
                .returns("100.0", Promise::percent);
    }

    @Test
    void done_faster_compares_the_averages_of_the_cases_each_once() {
        List<Row> rows = List.of(item(null, days(10), cases(3, 4, 0, 0)), item(days(20), days(2), cases(1, 2, 0, 0)));

        assertThat(figure(rows, Target.DONE))
                .returns("56.2", Promise::percent)
                .returns("现在承诺 8.0 → 实际 3.5 个工作日", promise -> promise.basis().zh())
                .returns(
                        "promised now 8.0 → took 3.5 working days",
                        promise -> promise.basis().en());
    }

    @Test
    void what_is_short_of_a_target_is_not_rounded_up_to_it() {
        assertThat(figure(List.of(item(null, days(1), cases(2000, 1, 2000, 1959))), Target.ON_TIME))
                .returns("97.9", Promise::percent);
        assertThat(figure(List.of(item(null, days(1), cases(2000, 1, 2000, 1960))), Target.ON_TIME))
                .returns("98.0", Promise::percent);
    }

    @Test
    void the_time_of_the_cases_is_told_whichever_figure_is_opened() {
        List<Row> rows = List.of(
                item(days(20), days(10), null),
                item(new Limit(20, Limit.Unit.CALENDAR_DAY), new Limit(9, Limit.Unit.CALENDAR_DAY), cases(3, 4, 3, 3)));
        var counted = new Promises.Counted(Instant.EPOCH, rows, Promises.of(rows));

        assertThat(PromisesPage.of(Target.PROMISED, counted).rows()).hasSize(1);
        assertThat(PromisesPage.of(Target.PROMISED, counted).period()).isNotNull();
    }

    @Test
    void done_more_slowly_than_promised_is_below_zero() {
        assertThat(figure(List.of(item(null, days(4), cases(2, 5, 0, 0))), Target.DONE))
                .returns("-25.0", Promise::percent);
    }

    @Test
    void done_faster_leaves_out_what_has_no_case_or_promises_no_working_days() {
        Row counted = item(null, days(4), cases(1, 1, 0, 0));
        List<Row> rows = List.of(
                counted,
                item(null, days(100), null),
                item(null, null, cases(9, 9, 0, 0)),
                item(null, new Limit(30, Unit.CALENDAR_DAY), cases(9, 9, 0, 0)));

        assertThat(counted(rows, Target.DONE)).containsExactly(counted);
        assertThat(figure(rows, Target.DONE).percent()).isEqualTo("75.0");
        assertThat(Promises.of(rows.subList(1, rows.size()))).isEmpty();
    }

    @Test
    void what_is_done_on_the_spot_counts_beside_other_cases_and_alone_is_no_figure() {
        Row spot = item(null, ON_THE_SPOT, cases(3, 0, 0, 0));

        assertThat(Promises.of(List.of(spot))).isEmpty();
        assertThat(figure(List.of(spot, item(null, days(8), cases(1, 2, 0, 0))), Target.DONE))
                .returns("75.0", Promise::percent)
                .returns("现在承诺 2.0 → 实际 0.5 个工作日", promise -> promise.basis().zh());
    }

    @Test
    void on_time_is_of_the_cases_that_were_due_by_a_date_whatever_their_item_promises() {
        List<Row> rows = List.of(
                item(null, null, cases(4, 9, 3, 1)),
                item(null, new Limit(8, Unit.WORKING_HOUR), cases(6, 1, 5, 5)),
                item(null, days(1), cases(7, 1, 0, 0)));

        assertThat(counted(rows, Target.ON_TIME)).isEqualTo(rows.subList(0, 2));
        assertThat(figure(rows, Target.ON_TIME))
                .returns("75.0", Promise::percent)
                .returns("8 件中 6 件", promise -> promise.basis().zh())
                .returns("6 of 8 cases", promise -> promise.basis().en());
        assertThat(Promises.of(List.of(item(null, null, cases(7, 1, 0, 0))))).isEmpty();
    }

    @Test
    void what_is_published_no_more_counts_among_the_cases_by_the_name_it_had() {
        ItemCard pension = ItemCard.of(DemoItems.item("pension"));
        ItemRecord record = cases(1, 3, 1, 1);

        List<Row> rows = Promises.rows(
                List.of(pension), Map.of("gone", record, "pension", record), code -> Text.same("was " + code));

        assertThat(rows)
                .containsExactly(
                        new Row("pension", pension.name(), days(20), days(10), record),
                        new Row("gone", Text.same("was gone"), null, null, record));
        assertThat(counted(rows, Target.ON_TIME)).hasSize(2);
        assertThat(counted(rows, Target.DONE)).hasSize(1);
    }

    private static Row item(@Nullable Limit statutory, @Nullable Limit promised, @Nullable ItemRecord record) {
        return new Row("an-item", Text.same("An item"), statutory, promised, record);
    }

    private static ItemRecord cases(int closed, double mean, int dated, int onTime) {
        return new ItemRecord(
                Text.same(""), closed, mean, mean, dated, dated == 0 ? 0 : (double) onTime / dated, List.of(), 0);
    }

    private static Limit days(int amount) {
        return Limit.workingDays(amount);
    }

    private static List<Row> counted(List<Row> rows, Target target) {
        return rows.stream().filter(row -> row.counts(target)).toList();
    }

    private static Promise figure(List<Row> rows, Target target) {
        return Promises.of(rows).stream()
                .filter(promise -> promise.target() == target)
                .findFirst()
                .orElseThrow();
    }
}
