package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Casework;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.service.Competence;
import org.yichuang.casework.web.applicant.QuestionPage.PlaceOption;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.journal.Actor;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;

@CityTest
class DistrictsTests {
    @Autowired
    private Districts districts;

    @Autowired
    private Competence competence;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Network network;

    @Autowired
    private TableImport tables;

    @Test
    void the_applicant_is_told_the_unit_that_the_application_will_go_to() {
        String street = network.divisionsIn(Answers.XIHU).getFirst().code();
        var told = new HashSet<Text>();
        for (String code : List.of("hpf_loan", "food_permit", "birth_register")) {
            ItemVersion item = office.item(code);
            Visitor applicant = item.isFor(Audience.RESIDENT) ? office.aResident() : office.aCompany();
            Map<String, Object> answers = Answers.fitting(item);
            item.form().place().ifPresent(field -> answers.replace(field.key(), street));
            var filed = new NewCase(code, street, answers, office.materials(applicant, item, answers), null);

            UUID id = casework.file(applicant, filed).caseId();

            Text unit = office.view(id).place().unitName();
            assertThat(districts.unit(item, street)).as(code).isEqualTo(unit);
            told.add(unit);
        }
        assertThat(told).as("of the city, the district and the street").hasSize(3);
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
            tables.remove(Actor.SYSTEM, divisions, "zz-1", "");
        }
    }

    @Test
    void an_item_that_the_district_decides_first_names_the_district_s_unit_beside_each_district() {
        ItemVersion item = catalogue.all().stream()
                .map(card -> catalogue.published(card.code()).orElseThrow())
                .filter(one -> one.level() == Tier.DISTRICT && one.levels().contains(Tier.STREET))
                .findFirst()
                .orElseThrow();
        Districts.Choice xihu = districts.of(item).stream()
                .filter(place -> place.code().equals(Answers.XIHU))
                .findFirst()
                .orElseThrow();

        assertThat(xihu.unit())
                .isEqualTo(competence.find(item, Answers.XIHU).orElseThrow().name());
    }
}
