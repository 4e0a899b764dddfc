package org.yichuang.documents.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yichuang.documents.LetterContent.Row;

class CertificateRowsTest {
    private static final String HOLDER = "杭州清和里餐饮有限公司";
    private static final Row PLACE = new Row("经营场所", "西湖区转塘街道珊瑚沙东路 8 号 2 幢 101 室");
    private static final Row SCOPE = new Row("经营范围", "日用百货销售；".repeat(120));

    private static Row fact(int n) {
        return new Row("第 " + n + " 项", "甲乙丙丁");
    }

    @Test
    void a_few_facts_stand_one_a_line() {
        CertificateRows rows = CertificateRows.of(HOLDER, List.of(PLACE, fact(1), fact(2)));

        assertThat(rows.close()).isFalse();
        assertThat(rows.lines()).containsExactly(List.of(PLACE), List.of(fact(1)), List.of(fact(2)));
        assertThat(rows.behind()).isEmpty();
    }

    @Test
    void many_short_ones_stand_two_a_line_and_a_long_one_has_its_own() {
        CertificateRows rows = CertificateRows.of(HOLDER, List.of(fact(1), fact(2), fact(3), PLACE, fact(4), fact(5)));

        assertThat(rows.close()).isTrue();
        assertThat(rows.lines())
                .containsExactly(
                        List.of(fact(1), fact(2)), List.of(fact(3)), List.of(PLACE), List.of(fact(4), fact(5)));
    }

    @Test
    void capitals_take_more_of_a_line_than_small_letters() {
        Row small = new Row("型号", "abcdefghijklmnopqrstuvwxyzabcd");
        Row capitals = new Row("型号", small.value().toUpperCase(Locale.ROOT));

        assertThat(besides(small)).contains(List.of(small, fact(1)));
        assertThat(besides(capitals)).contains(List.of(capitals), List.of(fact(1), fact(2)));
    }

    private static List<List<Row>> besides(Row first) {
        List<Row> facts = List.of(first, fact(1), fact(2), fact(3), fact(4), fact(5));
        return CertificateRows.of(HOLDER, facts).lines();
    }

    @Test
    void what_is_too_long_for_the_page_stands_in_full_behind_it_and_the_front_says_so() {
        CertificateRows rows = CertificateRows.of(HOLDER, List.of(fact(1), PLACE, SCOPE));

        assertThat(rows.behind()).containsExactly(SCOPE);
        assertThat(rows.lines())
                .containsExactly(List.of(fact(1)), List.of(PLACE), List.of(new Row("经营范围", Words.SEE_BEHIND)));
    }

    @Test
    void as_many_short_ones_as_the_rules_let_an_item_print_all_stand_on_the_page() {
        List<Row> facts =
                IntStream.range(0, 12).mapToObj(CertificateRowsTest::fact).toList();

        CertificateRows rows = CertificateRows.of(HOLDER, facts);

        assertThat(rows.behind()).isEmpty();
        assertThat(rows.lines().stream().flatMap(List::stream)).containsExactlyElementsOf(facts);
    }

    @Test
    void values_of_medium_length_go_behind_one_by_one_until_the_page_holds_the_rest() {
        List<Row> facts = IntStream.range(0, 12)
                .mapToObj(n -> new Row("第 " + n + " 项", "长".repeat(30)))
                .toList();
        List<Row> mixed = new ArrayList<>(facts.subList(0, 4));
        mixed.addAll(List.of(fact(4), fact(5), fact(6), fact(7), fact(8), fact(9)));

        CertificateRows rows = CertificateRows.of(HOLDER, facts);
        CertificateRows some = CertificateRows.of(HOLDER, mixed);

        assertThat(rows.height()).isLessThanOrEqualTo(CertificateRows.ROOM);
        assertThat(rows.behind()).isNotEmpty().isSubsetOf(facts);
        assertThat(some.height()).isLessThanOrEqualTo(CertificateRows.ROOM);
        assertThat(some.behind()).hasSize(2);
    }

    @Test
    void what_wraps_only_where_facts_are_set_wide_is_set_close() {
        List<Row> facts = IntStream.range(0, 5)
                .mapToObj(n -> new Row("第 " + n + " 项", "长".repeat(42)))
                .toList();

        CertificateRows rows = CertificateRows.of(HOLDER, facts);

        assertThat(rows.close()).isTrue();
        assertThat(rows.behind()).isEmpty();
        assertThat(rows.height()).isLessThanOrEqualTo(CertificateRows.ROOM);
    }

    @Test
    void a_label_that_takes_two_lines_is_counted_like_a_value_that_does() {
        Row longLabel = new Row("法定代表人（负责人）", "林晓");
        Row longValue = new Row("名称", "长".repeat(40));

        assertThat(CertificateRows.of(HOLDER, List.of(longLabel)).height())
                .isEqualTo(CertificateRows.of(HOLDER, List.of(longValue)).height());
    }

    @Test
    void what_fits_only_where_facts_are_set_close_for_its_long_labels_is_set_close() {
        List<Row> facts = IntStream.range(0, 5)
                .mapToObj(n -> new Row("建设工程规划许可证编号" + n, "甲乙丙丁"))
                .toList();

        CertificateRows rows = CertificateRows.of(HOLDER, facts);

        assertThat(rows.close()).isTrue();
        assertThat(rows.behind()).isEmpty();
        assertThat(rows.lines().stream().flatMap(List::stream)).containsExactlyElementsOf(facts);
        assertThat(rows.height()).isLessThanOrEqualTo(CertificateRows.ROOM);
    }

    @Test
    void where_the_labels_alone_are_too_many_lines_the_last_facts_stand_behind_and_one_line_says_so() {
        List<Row> facts = IntStream.range(10, 22)
                .mapToObj(n -> new Row("一".repeat(18) + n, "甲乙丙丁"))
                .toList();

        CertificateRows rows = CertificateRows.of(HOLDER, facts);

        assertThat(rows.height()).isLessThanOrEqualTo(CertificateRows.ROOM);
        assertThat(rows.lines())
                .containsExactly(
                        facts.subList(0, 2), facts.subList(2, 4), List.of(new Row(Words.REST, Words.SEE_BEHIND)));
        assertThat(rows.behind()).containsExactlyElementsOf(facts.subList(4, 12));
    }

    @Test
    void a_holder_whose_name_takes_two_lines_leaves_less_room() {
        List<Row> facts =
                IntStream.range(0, 5).mapToObj(CertificateRowsTest::fact).toList();
        String holder = "杭州市西湖区".repeat(7);

        assertThat(CertificateRows.of(HOLDER, facts).close()).isFalse();
        assertThat(CertificateRows.of(holder, facts).height()).isLessThanOrEqualTo(CertificateRows.ROOM - 8);
        assertThat(CertificateRows.of(holder, facts).behind()).isEmpty();
    }
}
