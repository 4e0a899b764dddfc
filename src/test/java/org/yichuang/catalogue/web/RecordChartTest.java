package org.yichuang.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemRecord.Bucket;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

class RecordChartTest {
    private static RecordChart chart(int promise, Bucket... days) {
        var record = new ItemRecord(Text.of("", ""), 4, 33.8, 45, 4, 0.75, List.of(days), 0);
        return RecordChart.of(
                record,
                DemoItems.changed(
                        "pension", "limit: 10 working days\n  demo", "limit: " + promise + " working days\n  demo"));
    }

    @Test
    void what_took_longer_than_the_scale_is_told_as_that() {
        RecordChart chart = chart(30, new Bucket(30, 3, 0), new Bucket(45, 1, 1));

        assertThat(chart.bars().reversed().subList(0, 2))
                .extracting(bar -> bar.label().zh(), RecordChart.Bar::cases, RecordChart.Bar::late)
                .containsExactly(tuple(">30", 1, true), tuple("30", 3, false));
        assertThat(chart.rows().reversed().subList(0, 2))
                .extracting(
                        row -> row.took().zh(), RecordChart.Row::cases, RecordChart.Row::share, RecordChart.Row::late)
                .containsExactly(tuple("45 个工作日", 1, "25.0", 1), tuple("30 个工作日", 3, "75.0", 0));
    }

    @Test
    void beyond_the_scale_all_is_late_of_which_some_is() {
        assertThat(chart(45, new Bucket(45, 4, 0)).bars().getLast().late()).isFalse();
        assertThat(chart(45, new Bucket(45, 3, 0), new Bucket(46, 1, 1)).bars().getLast())
                .returns(4, RecordChart.Bar::cases)
                .returns(true, RecordChart.Bar::late);
    }

    @Test
    void what_was_late_was_so_by_its_own_date_and_not_by_the_promise_of_now() {
        RecordChart chart = chart(5, new Bucket(3, 2, 1), new Bucket(9, 4, 0));

        assertThat(chart.late()).isTrue();
        assertThat(chart.bars().get(3).late())
                .as("promised sooner, then: some were late")
                .isTrue();
        assertThat(chart.bars().get(9).late())
                .as("longer than the promise of now, and by the date of then")
                .isFalse();
        assertThat(chart(5, new Bucket(9, 4, 0)).late()).isFalse();
    }

    @Test
    void a_licence_without_a_number_of_its_own_has_that_of_article_42_here_and_in_lists() {
        ItemVersion licence =
                ItemVersion.blank("licence", Text.same("许可"), ItemType.LICENCE, "scjg", List.of(Tier.DISTRICT));
        var record = new ItemRecord(Text.of("", ""), 1, 3, 3, 1, 1, List.of(new Bucket(3, 1, 0)), 0);

        assertThat(RecordChart.of(record, licence).marks())
                .extracting(mark -> mark.label().zh())
                .containsExactly("法定 20");
        assertThat(RecordChart.of(record, licence).marks())
                .as("the words of the last mark stay in the picture")
                .allMatch(RecordChart.Mark::before);
        assertThat(ItemCard.of(licence).statutory()).isEqualTo(Limit.workingDays(20));
    }

    @Test
    void a_record_within_the_scale_ends_with_the_longest_of_case_promise_and_law() {
        RecordChart chart = chart(10, new Bucket(0, 3, 0), new Bucket(12, 1, 1));

        assertThat(chart.bars()).hasSize(21).filteredOn(RecordChart.Bar::late).hasSize(1);
        assertThat(chart.rows())
                .extracting(row -> row.took().zh())
                .as("nothing took what has no row")
                .containsExactly("当日", "12 个工作日");
    }
}
