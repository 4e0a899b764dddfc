package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Answers;
import org.yichuang.casework.service.Competence;
import org.yichuang.casework.web.applicant.QuestionPage.PlaceOption;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.journal.Actor;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.support.CityTest;

@CityTest
class DistrictsTests {
    @Autowired
    private Districts districts;

    @Autowired
    private Competence competence;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Network network;

    @Autowired
    private TableImport tables;

    @Test
    void the_applicant_is_told_the_unit_that_the_application_will_go_to() {
        Division street = network.divisionsIn(Answers.XIHU).getFirst();
        for (var card : catalogue.all()) {
            ItemVersion item = catalogue.published(card.code()).orElseThrow();
            var unit = competence.find(item, street.code()).map(Unit::name).orElse(null);
            assertThat(districts.unit(item, street.code())).as(item.code()).isEqualTo(unit);
        }
    }

    /** A city may enter its districts first, by codes of its own. */
    @Test
    void a_district_without_streets_is_chosen_itself_and_one_without_a_unit_says_so() {
        Table divisions = Tables.named("divisions").orElseThrow();
        String city = network.divisionsIn("").getFirst().code();
        tables.row(
                Actor.SYSTEM,
                divisions,
                Map.of("code", "zz-1", "tier", "DISTRICT", "name", "新区", "parent", city),
                true,
                "");
        try {
            assertThat(districts.streets("zz-1", Lang.ZH)).containsExactly(new PlaceOption("zz-1", "新区"));
            assertThat(districts.streets(null, Lang.ZH)).contains(new PlaceOption("zz-1", "新区"));
            FormSpec form = catalogue.published("death_cancel").orElseThrow().form();
            String field = form.place().orElseThrow().key();
            assertThat(form.check(Map.of(field, "zz-1"), LocalDate.of(2026, 10, 9)))
                    .extracting(FieldError::field)
                    .doesNotContain(field);

            var item = ItemVersion.blank("a", Text.of("名", ""), ItemType.LICENCE, "scjg", List.of(Tier.DISTRICT));
            assertThat(districts.of(item))
                    .filteredOn(place -> place.code().equals("zz-1"))
                    .extracting(place -> place.unit().zh())
                    .containsExactly("这里还没有登记办这件事的单位");
        } finally {
            tables.remove(Actor.SYSTEM, divisions, "zz-1");
        }
    }

    @Test
    void an_item_that_the_district_decides_first_names_the_district_s_unit_beside_each_district() {
        ItemVersion item = catalogue.all().stream()
                .map(card -> catalogue.published(card.code()).orElseThrow())
                .filter(one -> one.level() == Tier.DISTRICT && one.levels().contains(Tier.STREET))
                .findFirst()
                .orElseThrow();
        PlaceChoice xihu = districts.of(item).stream()
                .filter(place -> place.code().equals(Answers.XIHU))
                .findFirst()
                .orElseThrow();

        assertThat(xihu.unit())
                .isEqualTo(competence.find(item, Answers.XIHU).orElseThrow().name());
    }
}
