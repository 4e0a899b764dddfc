package org.yichuang.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.network.Tier;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

class SearchIndexTest {
    private final SearchIndex index = SearchIndex.of(List.of(
            item("food_permit", "食品经营许可（新办）", "Food business licence", 1, "开饭馆", "饭馆", "奶茶店", "open a restaurant"),
            item("small_catering", "小餐饮店登记", "Registering a small eatery", 10, "开饭馆", "小吃店"),
            item("marriage", "内地居民结婚登记", "Registering a marriage", 7, "结婚", "领证"),
            item("divorce", "内地居民离婚登记", "Registering a divorce", null, "离婚"),
            item("bank_filing", "银行网点备案", "Filing of a bank branch", null),
            item("company_setup", "公司设立登记", "Founding a company", 2, "开公司", "营业执照")));

    private static final SearchIndex CITY = SearchIndex.of(DemoItems.all().stream()
            .map(item -> new SearchIndex.Item(
                    ItemCard.of(item), item.synonyms(), item.outcome().name(), Text.of("", ""), List.of()))
            .toList());

    @ParameterizedTest
    @CsvSource({
        "开饭馆, food_permit",
        "我想开一家饭馆要办什么证, food_permit",
        "食品许可, food_permit",
        "spjyxk, food_permit",
        "shipin, food_permit",
        "shi pin jing ying, food_permit",
        "kaifanguan, food_permit",
        "ＳＰＪＹＸＫ, food_permit",
        "food licence, food_permit",
        "food license, food_permit",
        "business licenses, food_permit",
        "food businesses, food_permit",
        "open a restaurant, food_permit",
        "restaurants, food_permit",
        "eateries, small_catering",
        "bank branches, bank_filing",
        "companies, company_setup",
        "licence to open a restaurant, food_permit",
        "食品jyxk, food_permit",
        "食品jingying, food_permit",
        "食品 licence, food_permit",
        "结婚, marriage",
        "jiehun, marriage",
        "jh, marriage",
        "marriage, marriage",
        "离婚, divorce",
        "yinhang, bank_filing",
        "开公司, company_setup",
        "营业执照, company_setup",
        "怎么办结婚登记, marriage",
        "我想办理離婚登記需要什麼材料, divorce",
        "开公司要带什么, company_setup",
        "how do I get a business license, food_permit",
        "怎么办 marriage, marriage",
        "marriage 需要什么材料, marriage",
        "节婚, marriage",
        "食品经赢许可, food_permit"
    })
    void what_people_type_finds_what_they_mean_first(String typed, String code) {
        assertThat(found(typed)).first().isEqualTo(code);
    }

    @Test
    void of_two_that_fit_equally_the_more_used_comes_first() {
        assertThat(found("开饭馆")).containsExactly("food_permit", "small_catering");
    }

    @Test
    void english_words_may_stand_in_name_summary_and_result_together_the_name_counts_most() {
        SearchIndex fire = SearchIndex.of(List.of(
                item("by_name", "甲", Text.of("", ""), "Fire check of a restaurant", null),
                item("by_both", "乙", Text.of("", "Malls and restaurants are looked at"), "Fire check", 1),
                item("by_summary", "丙", Text.of("", "Fire check of each restaurant"), "Inspection", 1)));

        assertThat(codes(fire, "the fire check of a restaurant")).containsExactly("by_name", "by_both", "by_summary");
        assertThat(codes(fire, "fire mall")).containsExactly("by_both");
        assertThat(codes(fire, "fire market")).isEmpty();
    }

    @Test
    void what_is_typed_in_chinese_and_in_letters_has_to_fit_both() {
        assertThat(found("登记yinhang")).isEmpty();
        assertThat(found("登记jiehun")).containsExactly("marriage");
    }

    @Test
    void nothing_is_found_for_what_nobody_offers() {
        assertThat(found("潜水艇")).isEmpty();
        assertThat(found("zzzz")).isEmpty();
    }

    @Test
    void words_of_a_question_count_where_there_are_no_others_and_where_a_name_has_them() {
        SearchIndex papers = SearchIndex.of(
                List.of(item("papers", "材料备案", "Filing papers", null), item("filing", "网点备案", "Filing a branch", 1)));

        assertThat(codes(papers, "材料备案")).containsExactly("papers", "filing");
        assertThat(codes(papers, "材料")).containsExactly("papers");
        assertThat(codes(papers, "papers")).containsExactly("papers");
        assertThat(codes(papers, "怎么办")).isEmpty();
    }

    @Test
    void half_of_what_is_typed_is_enough_only_where_it_is_short_for_something() {
        SearchIndex permits = SearchIndex.of(List.of(
                item("teacher", "教师资格认定", "Teacher", null, "教师资格证"),
                item("taiwan", "往来台湾通行证签发", "Taiwan", null, "台湾通行证"),
                item("fund", "住房公积金提取", "Fund", null, "租房提取")));

        assertThat(codes(permits, "教师证")).containsExactly("teacher");
        assertThat(codes(permits, "港澳通行证")).isEmpty();
        assertThat(codes(permits, "公租房")).isEmpty();
    }

    @Test
    void a_whole_word_comes_before_the_beginning_of_another_and_what_people_call_it_before_both() {
        SearchIndex homes = SearchIndex.of(List.of(
                item("household", "注销户口", "Cancelling the household registration", 1),
                item("called", "过户", "Transfer of a home", null, "buy a house"),
                item("change", "公司变更", "Changing a company's registration", 1),
                item("setup", "公司设立", "Founding a company", null, "company registration")));

        assertThat(codes(homes, "house")).containsExactly("called", "household");
        assertThat(codes(homes, "company registration")).containsExactly("setup", "change");
    }

    @ParameterizedTest
    @CsvSource({
        "婚姻登记, marriage",
        "婚姻, marriage",
        "身分证, id_card",
        "人死了, death_cancel",
        "火锅店, food_permit",
        "烧烤店, food_permit",
        "咖啡馆, food_permit",
        "拖欠工资, labor_arbitration",
        "住院报销, med_reimburse",
        "买车, vehicle_reg",
        "怎么办社保, si_person",
        "办理护照需要什么, passport",
        "怎么申请护照, passport",
        "护照过期了怎么办, passport",
        "身份证过期了怎么办, id_card",
        "身份证丢了, id_card",
        "驾照到期了怎么办, licence_renew",
        "公司怎么注销, company_dereg_simple",
        "房產證, realestate_transfer",
        "driver license, licence_renew",
        "driver's license, licence_renew",
        "start a company, company_setup",
        "company registration, company_setup",
        "birth certificate, birth_reg",
        "baby, birth_reg",
        "cigarettes, tobacco_retail",
        "salary, labor_arbitration",
        "lost id card, id_card",
        "lost passport, passport",
        "get married, marriage",
        "how do I get a passport, passport",
        "落户, birth_reg",
        "娃落户, birth_reg",
        "孩子落户, birth_reg",
        "法律援助申请, legal_aid",
        "house, realestate_transfer",
        "houses, realestate_transfer",
        "老人卡, senior_card",
        "milk tea shop, food_permit",
        "unemployed, unemployment",
        "EIA, eia_form",
        "property transfer, realestate_transfer",
        "billboard, outdoor_ad",
        "swimming pool, public_place_health",
        "教师证, teacher_cert",
        "退休手续, pension",
        "身份正, id_card",
        "离昏, divorce",
        "pasport, passport",
        "mariage, marriage",
        "resturant, food_permit",
        "buisness licence, food_permit",
        "driving lisence, licence_renew",
        "driving license renewal, licence_renew",
        "passport renewal, passport",
        "sole trader, individual_business",
        "self employed, individual_business",
        "open a shop, individual_business",
        "health insurance, med_reimburse"
    })
    void what_people_ask_of_the_demo_city_leads_to_the_right_matter(String typed, String code) {
        assertThat(codes(CITY, typed)).first().isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"公租房", "港澳通行证", "那么", "大麻", "visa", "trademark"})
    void what_the_demo_city_does_not_offer_leads_to_nothing_else(String typed) {
        assertThat(codes(CITY, typed)).isEmpty();
    }

    @Test
    void each_demo_item_is_found_first_by_its_name() {
        assertThat(DemoItems.all()).allSatisfy(item -> {
            assertThat(codes(CITY, item.name().zh())).first().isEqualTo(item.code());
            assertThat(codes(CITY, item.name().en())).first().isEqualTo(item.code());
        });
    }

    @Test
    void what_only_sounds_alike_is_found_where_the_words_find_nothing_whatever_the_filters() {
        SearchIndex homes = SearchIndex.of(
                List.of(item("shop", "店铺登记", "Shop", 1), item("deposit", "电瓶登记", "Change of a name", null)));

        assertThat(codes(homes, "电铺")).containsExactly("shop");
        assertThat(codes(homes, "典普")).containsExactly("shop");
        assertThat(codes(homes, "那么")).as("no English word").isEmpty();
        assertThat(codes(homes, "店皮")).as("no part of a syllable").isEmpty();
        var companies = new ItemQuery("店铺", Audience.COMPANY, null, null, null);
        assertThat(homes.find(companies, null, 10).items()).isEmpty();
    }

    @Test
    void a_slip_of_spelling_is_looked_past_only_where_nothing_is_spelled_so() {
        SearchIndex markets = SearchIndex.of(
                List.of(item("stall", "摊位", "Market stall", null), item("marker", "标线", "Marker", null)));

        assertThat(codes(markets, "market")).containsExactly("stall");
        assertThat(codes(markets, "markat")).containsExactly("stall");
        assertThat(codes(markets, "parket")).as("another first letter").isEmpty();
        assertThat(codes(markets, "markat hall")).as("every word has to fit").isEmpty();
        assertThat(codes(markets, "stal")).containsExactly("stall");
        assertThat(codes(markets, "stel")).as("too short").isEmpty();
    }

    @Test
    void the_name_of_its_topic_finds_an_item_after_those_that_bear_it() {
        SearchIndex staff = SearchIndex.of(List.of(
                under(Text.of("用工", "Hiring staff"), item("insured", "参保登记", "Insuring", 1)),
                item("named", "用工备案", "Staff register", null)));

        assertThat(codes(staff, "用工")).containsExactly("named", "insured");
        assertThat(codes(staff, "yonggong")).containsExactly("named", "insured");
        assertThat(codes(staff, "staff")).containsExactly("named", "insured");
        assertThat(codes(staff, "hire staff")).isEmpty();
        assertThat(codes(staff, "hiring staff")).containsExactly("insured");
    }

    private static SearchIndex.Item under(Text topic, SearchIndex.Item item) {
        return new SearchIndex.Item(item.card(), item.synonyms(), item.outcome(), item.department(), List.of(topic));
    }

    @Test
    void nothing_typed_asks_for_everything_and_signs_alone_find_nothing() {
        assertThat(found(" ")).hasSize(6);
        for (String signs : List.of("！？", "???", "……", "★")) {
            assertThat(found(signs)).as(signs).isEmpty();
        }
    }

    @Test
    void a_list_read_page_by_page_shows_everything_once() {
        List<String> codes = new ArrayList<>();
        Page<ItemCard> page = index.find(ItemQuery.ALL, null, 2);
        page.items().forEach(card -> codes.add(card.code()));
        while (page.next() != null) {
            page = index.find(ItemQuery.ALL, page.next(), 2);
            page.items().forEach(card -> codes.add(card.code()));
        }
        assertThat(codes).hasSize(6).doesNotHaveDuplicates().startsWith("food_permit", "company_setup");
    }

    @Test
    void a_cursor_that_is_not_ours_is_a_problem() {
        assertThatThrownBy(() -> index.find(ItemQuery.ALL, Page.encode("nonsense"), 2))
                .isInstanceOf(Problem.class);
    }

    @Test
    void filters_narrow_what_words_find() {
        var companies = new ItemQuery("登记", Audience.COMPANY, null, null, null);
        assertThat(index.find(companies, null, 10).items()).isEmpty();
        assertThat(index.count(new ItemQuery("登记", Audience.RESIDENT, null, null, "scjg")))
                .isEqualTo(4);
    }

    @Test
    void a_word_is_found_while_it_is_typed_also_where_its_beginning_looks_like_another() {
        SearchIndex employer = SearchIndex.of(List.of(item("employer", "用人单位参保", "Insuring as an employer", null)));
        for (String typed : List.of("employ", "employe", "employer", "employers")) {
            assertThat(employer.find(ItemQuery.words(typed), null, 10).items())
                    .as(typed)
                    .hasSize(1);
        }
    }

    @Test
    void several_are_as_one_and_what_only_looks_like_several_stays() {
        assertThat(List.of("permits", "taxes", "activities", "activitie", "movies", "movie"))
                .extracting(Words::stem)
                .containsExactly("permit", "tax", "activiti", "activiti", "movi", "movi");
        assertThat(List.of("business", "status", "basis", "gas", "tie", "of"))
                .allMatch(word -> Words.stem(word).equals(word));
    }

    @Test
    void a_character_with_two_readings_is_found_by_both() {
        assertThat(Pinyin.spellings("银行")).extracting(Pinyin.Spelling::full).contains("yinhang", "yinxing");
    }

    private List<String> found(String words) {
        return codes(index, words);
    }

    private static List<String> codes(SearchIndex index, String words) {
        return index.find(ItemQuery.words(words), null, 10).items().stream()
                .map(ItemCard::code)
                .toList();
    }

    private static SearchIndex.Item item(
            String code, String zh, String en, @Nullable Integer common, String... synonyms) {
        return item(code, zh, Text.of("", ""), en, common, synonyms);
    }

    private static SearchIndex.Item item(
            String code, String zh, Text summary, String en, @Nullable Integer common, String... synonyms) {
        var card = new ItemCard(
                code,
                1,
                Text.of(zh, en),
                summary,
                ItemType.LICENCE,
                "scjg",
                List.of(Audience.RESIDENT),
                List.of(Tier.DISTRICT),
                List.of(),
                List.of(),
                null,
                null,
                false,
                true,
                common);
        return new SearchIndex.Item(
                card, List.of(synonyms), Text.of("", ""), Text.of("市场监督管理", "Market regulation"), List.of());
    }
}
