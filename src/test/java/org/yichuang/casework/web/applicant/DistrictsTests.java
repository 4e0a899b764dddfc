package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Answers;
import org.yichuang.casework.service.Competence;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
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

    @Test
    void the_applicant_is_told_the_unit_that_the_application_will_go_to() {
        Division street = network.divisionsIn(Answers.XIHU).getFirst();
        for (var card : catalogue.all()) {
            ItemVersion item = catalogue.published(card.code()).orElseThrow();
            var unit = competence.find(item, street.code()).map(Unit::name).orElse(null);
            assertThat(districts.unit(item, street.code())).as(item.code()).isEqualTo(unit);
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
