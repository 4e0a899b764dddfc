package org.yichuang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.catalogue.quality.QualityRules;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.tables.SheetReader;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.support.CityTest;

@CityTest
class CatalogueTest {
    private static final Actor ADMINISTRATOR = Actor.of(UUID.randomUUID());

    @Autowired
    Catalogue catalogue;

    @Autowired
    CatalogueOffice office;

    @Autowired
    CatalogueImport imports;

    @Autowired
    QualityRules rules;

    @Autowired
    TableImport network;

    @Autowired
    Journal journal;

    @Test
    void the_demo_city_publishes_its_items_once_each_with_one_entry_on_record() {
        assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(71);
        assertThat(imports.loadDemo()).isZero();
        assertThat(journal.of("item:food_permit")).extracting(Entry::kind).containsExactly("item.published");
        assertThat(catalogue.common(8)).extracting(ItemCard::code).hasSize(8).startsWith("food_permit");
    }

    @Test
    void the_name_of_a_topic_finds_all_that_stands_under_it_in_both_languages() {
        List<Topic> used = Stream.of(Topic.Kind.values())
                .flatMap(kind -> catalogue.topics(kind).stream())
                .filter(topic -> topic.items() > 0)
                .toList();
        assertThat(used).isNotEmpty();
        for (Topic topic : used) {
            for (String name : List.of(topic.name().zh(), topic.name().en())) {
                assertThat(catalogue.search(ItemQuery.words(name), null, 100).items().stream()
                                .filter(topic::has))
                        .as(name)
                        .hasSize(topic.items());
            }
        }
    }

    @Test
    void an_item_that_no_unit_of_its_department_could_decide_is_warned_of() {
        assertThat(catalogue.all())
                .allSatisfy(card -> assertThat(
                                rules.check(catalogue.published(card.code()).orElseThrow()))
                        .extracting(Finding::rule)
                        .doesNotContain("UNIT"));
        Table departments = Tables.named("departments").orElseThrow();
        network.row(ADMINISTRATOR, departments, Map.of("key", "zz-none", "name", "没有单位的部门"), true, "");
        var item = ItemVersion.blank("a", Text.of("名", ""), ItemType.LICENCE, "zz-none", List.of(Tier.DISTRICT));
        assertThat(rules.check(item))
                .filteredOn(finding -> finding.rule().equals("UNIT"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.error()).isFalse();
                    assertThat(finding.element()).isEqualTo("levels");
                });
        network.remove(ADMINISTRATOR, departments, "zz-none", "");
    }

    @Test
    void an_item_whose_topics_are_not_of_those_whom_it_is_for_is_warned_of() {
        ItemVersion teacher = catalogue.published("teacher_cert").orElseThrow();
        assertThat(topicFaults(teacher)).isEmpty();
        ItemVersion forCompanies = DemoItems.changed(teacher, "audience:\n  - RESIDENT\n", "audience: [COMPANY]\n");

        assertThat(topicFaults(forCompanies))
                .allSatisfy(finding -> assertThat(finding.error()).isFalse())
                .extracting(finding -> finding.element() + ": " + finding.what().en())
                .containsExactly(
                        "themes: “Education” is a topic of “People”, and the item is not for them",
                        "lifeEvents: “Work” is a topic of “People”, and the item is not for them",
                        "themes: No theme or life event is one of “Companies and organisations”: by topic they do not"
                                + " find it");
    }

    private List<Finding> topicFaults(ItemVersion item) {
        return rules.check(item).stream()
                .filter(finding -> finding.rule().equals("TOPIC-AUDIENCE"))
                .toList();
    }

    @Test
    void people_find_the_food_permit_by_what_they_call_it() {
        assertThat(catalogue.suggest("开饭馆", 4)).extracting(ItemCard::code).startsWith("food_permit", "small_catering");
        assertThat(catalogue.suggest("spjyxk", 4)).extracting(ItemCard::code).startsWith("food_permit");
        assertThat(catalogue.suggest("jiehun", 4)).extracting(ItemCard::code).startsWith("marriage");
        assertThat(catalogue.suggest("open a restaurant", 4))
                .extracting(ItemCard::code)
                .startsWith("food_permit", "small_catering");
        for (String american : List.of("food license", "business license", "food permits")) {
            assertThat(catalogue.suggest(american, 4)).as(american).isNotEmpty();
        }
        assertThat(catalogue.suggest(" ", 4)).isEmpty();
    }

    @Test
    void what_people_say_for_a_licence_a_shop_or_a_meter_leads_to_its_item() {
        var called = Map.of("烟证", "tobacco_retail", "small business", "individual_business", "自来水开户", "water_supply");

        called.forEach((words, item) -> assertThat(catalogue.suggest(words, 4))
                .as(words)
                .extracting(ItemCard::code)
                .contains(item));
    }

    @Test
    void topics_count_what_stands_behind_them() {
        assertThat(catalogue.topics(Topic.Kind.LIFE_EVENT, Audience.RESIDENT))
                .extracting(Topic::key)
                .startsWith("birth", "school");
        assertThat(catalogue.topics(Topic.Kind.THEME)).allMatch(topic -> topic.items() > 0);
    }

    @Test
    void a_version_goes_from_draft_over_checked_to_published_and_the_next_retires_it() {
        String code = code();
        VersionInfo draft = office.draft(item(code), ADMINISTRATOR);
        assertThat(draft.state()).isEqualTo(VersionState.DRAFT);
        assertThat(catalogue.published(code)).isEmpty();
        assertThat(catalogue.find(code, 1)).isEmpty();
        assertThat(found(code)).doesNotContain(code);
        publish(draft);
        assertThat(catalogue.published(code)).isPresent();
        assertThat(found(code)).contains(code);

        publish(office.draft(item(code), ADMINISTRATOR));
        assertThat(catalogue.published(code))
                .get()
                .extracting(ItemVersion::version)
                .isEqualTo(2);
        assertThat(catalogue.version(code, 1).version()).isEqualTo(1);
        assertThat(catalogue.versions(code))
                .extracting(VersionInfo::state)
                .containsExactly(VersionState.PUBLISHED, VersionState.RETIRED);

        office.retire(code, 2, office.info(code, 2).revision(), ADMINISTRATOR);
        assertThat(catalogue.published(code)).isEmpty();
        assertThat(journal.of("item:" + code))
                .extracting(Entry::kind)
                .containsExactly(
                        "item.drafted",
                        "item.checked",
                        "item.published",
                        "item.drafted",
                        "item.checked",
                        "item.published",
                        "item.retired");
    }

    @Test
    void a_version_with_an_error_is_not_published_and_the_problem_lists_every_error() {
        String code = code();
        ItemVersion broken = DemoItems.changed(
                DemoItems.changed(item(code), "department: rsj", "department: nobody"),
                "  standard: 不收费 | Free of charge\n",
                "");
        VersionInfo draft = office.draft(broken, ADMINISTRATOR);
        assertThat(draft.errors()).isEqualTo(2);
        assertThatThrownBy(() -> office.check(code, 1, draft.revision(), ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .contains("department", "fee.standard"));
        assertThat(office.info(code, 1).state()).isEqualTo(VersionState.DRAFT);
    }

    @Test
    void only_one_version_of_an_item_is_open_at_a_time() {
        String code = code();
        office.draft(item(code), ADMINISTRATOR);
        assertThatThrownBy(() -> office.draft(item(code), ADMINISTRATOR)).isInstanceOf(Problem.class);
    }

    @Test
    void of_two_who_edit_the_same_revision_the_second_is_told() {
        String code = code();
        VersionInfo draft = office.draft(item(code), ADMINISTRATOR);
        office.edit(item(code).as(1), draft.revision(), ADMINISTRATOR);
        refused("stale", () -> office.edit(item(code).as(1), draft.revision(), ADMINISTRATOR));
    }

    @Test
    void whoever_still_sees_a_draft_that_was_thrown_away_neither_publishes_nor_overwrites_the_next_one() {
        String code = code();
        VersionInfo draft = office.draft(item(code), ADMINISTRATOR);
        VersionInfo seen = office.check(code, 1, draft.revision(), ADMINISTRATOR);
        office.discard(code, 1, seen.revision(), ADMINISTRATOR);
        VersionInfo next = office.draft(item(code), ADMINISTRATOR);
        assertThat(next.version()).isEqualTo(seen.version());
        VersionInfo checked = office.check(code, 1, next.revision(), ADMINISTRATOR);
        refused(
                "stale",
                () -> office.publish(code, 1, seen.revision(), ADMINISTRATOR),
                () -> office.edit(item(code).as(1), draft.revision(), ADMINISTRATOR),
                () -> office.discard(code, 1, seen.revision(), ADMINISTRATOR));
        assertThat(office.info(code, 1)).isEqualTo(checked);
        assertThat(catalogue.published(code)).isEmpty();
    }

    @Test
    void what_is_published_cannot_be_edited_discarded_or_checked_again() {
        String code = code();
        VersionInfo published = publish(office.draft(item(code), ADMINISTRATOR));
        refused(
                "state",
                () -> office.edit(item(code).as(1), published.revision(), ADMINISTRATOR),
                () -> office.discard(code, 1, published.revision(), ADMINISTRATOR),
                () -> office.check(code, 1, published.revision(), ADMINISTRATOR),
                () -> office.publish(code, 1, published.revision(), ADMINISTRATOR));
        assertThat(catalogue.published(code)).isPresent();
        office.retire(code, 1, published.revision(), ADMINISTRATOR);
    }

    @Test
    void a_list_becomes_drafts() {
        String code = code();
        var made = imports.drafts(
                "department,name,item_code,area_code,task_type\n区人社局,\"转递, 档案\"," + code + ",511602000000,20\n",
                ADMINISTRATOR);
        assertThat(made.items()).hasSize(1);
        assertThat(office.body(code, 1).name().zh()).isEqualTo("转递, 档案");
        assertThat(office.info(code, 1).state()).isEqualTo(VersionState.DRAFT);
        assertThat(office.info(code, 1).errors()).isPositive();
    }

    @Test
    void a_list_with_a_bad_row_changes_nothing_and_names_every_bad_row() {
        String code = code();
        String csv = "name,item_code,task_type\n好的," + code + ",1\n,x1,1\n重复," + code + ",1\n类型," + code
                + "b,99\n坏代码,a b,1\n";
        assertThatThrownBy(() -> imports.drafts(csv, ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.detail().en().replaceAll(":.*", ""))
                                .containsExactly("Line 3", "Line 4", "Line 5", "Line 6"));
        assertThat(office.versions(code)).isEmpty();
        assertThatThrownBy(() -> imports.drafts("a,b\n1,2\n", ADMINISTRATOR)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> imports.drafts("", ADMINISTRATOR)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> imports.drafts("name,name,item_code\na,b,c\n", ADMINISTRATOR))
                .hasMessageContaining("The column name stands twice");
        assertThatThrownBy(() -> imports.drafts("name,item_code\n" + ",x\n".repeat(2_100), ADMINISTRATOR))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.errors()).hasSize(2_000);
                    assertThat(problem.unlisted()).isEqualTo(100);
                    assertThat(problem.detail().zh()).isEqualTo("有 2100 处要改，先列出 2000 处");
                });
    }

    @Test
    void items_are_found_by_what_their_department_is_called_now(
            @Autowired TableImport network, @Autowired Network names) {
        Text before = names.department("rsj").orElseThrow().name();
        assertThat(catalogue.suggest("银杏暖", 100)).isEmpty();
        try {
            rename(network, Text.of("银杏暖", "Warm Ginkgo"));
            await().untilAsserted(() -> assertThat(catalogue.suggest("银杏暖", 100))
                    .isNotEmpty()
                    .allMatch(card -> card.department().equals("rsj")));
        } finally {
            rename(network, before);
        }
        await().untilAsserted(() -> assertThat(catalogue.suggest("银杏暖", 100)).isEmpty());
    }

    @Test
    void an_act_does_not_wait_for_one_who_waits_for_the_database(
            @Autowired Shelf shelf, @Autowired DSLContext dsl, @Autowired PlatformTransactionManager manager) {
        var transactions = new TransactionTemplate(manager);
        Shelf.Contents before = shelf.now();
        shelf.changing();
        CompletableFuture<Shelf.Contents> page = transactions.execute(mine -> {
            dsl.execute("lock table catalogue.item_version in access exclusive mode");
            var looks = CompletableFuture.supplyAsync(shelf::now, Thread::startVirtualThread);
            await().until(() -> !dsl.fetch("select 1 from pg_locks where relation = 'catalogue.item_version'::regclass"
                            + " and not granted")
                    .isEmpty());
            assertThat(CompletableFuture.supplyAsync(
                            () -> transactions.execute(act -> shelf.now()), Thread::startVirtualThread))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .isSameAs(before);
            assertThat(looks).isNotDone();
            return looks;
        });
        assertThat(page).succeedsWithin(Duration.ofSeconds(20));
    }

    private static void refused(String slug, ThrowingCallable... acts) {
        assertThat(acts)
                .allSatisfy(act -> assertThatThrownBy(act)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.slug()).isEqualTo(slug)));
    }

    private static void rename(TableImport network, Text name) {
        String csv = "key,name,name_en\nrsj," + name.zh() + ",\"" + name.en() + "\"\n";
        network.sheet(
                Actor.SYSTEM,
                Tables.named("departments").orElseThrow(),
                SheetReader.read(csv.getBytes(StandardCharsets.UTF_8)),
                false);
    }

    private VersionInfo publish(VersionInfo draft) {
        VersionInfo checked = office.check(draft.code(), draft.version(), draft.revision(), ADMINISTRATOR);
        return office.publish(draft.code(), draft.version(), checked.revision(), ADMINISTRATOR);
    }

    private List<String> found(String code) {
        String name = item(code).name().zh();
        return catalogue.suggest(name, 100).stream().map(ItemCard::code).toList();
    }

    private static String code() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The pension under another code, so that the demo's own stays as it is. */
    private static ItemVersion item(String code) {
        return DemoItems.changed("pension", "code: pension\n", "code: " + code + "\n");
    }
}
