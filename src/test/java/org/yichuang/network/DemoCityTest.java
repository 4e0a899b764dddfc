package org.yichuang.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.support.CityTest;

@CityTest
class DemoCityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    @Autowired
    Network network;

    @Autowired
    Accounts accounts;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    DSLContext dsl;

    @Test
    void the_city_has_13_districts_196_streets_and_3320_villages_and_communities() {
        var city = network.divisionsIn("").getFirst();
        var districts = network.divisionsIn(city.code());
        var streets = districts.stream()
                .flatMap(district -> network.divisionsIn(district.code()).stream())
                .toList();
        assertThat(city.name().zh()).isEqualTo("杭州市");
        assertThat(districts).hasSize(13);
        assertThat(streets).hasSize(196);
        assertThat(streets.stream()
                        .mapToInt(street -> network.divisionsIn(street.code()).size())
                        .sum())
                .isEqualTo(3320);
    }

    @Test
    void every_division_has_a_place_to_go_to() {
        assertThat(count("centre")).isEqualTo(1 + 13 + 196);
        assertThat(count("service_point")).isEqualTo(3320);
        assertThat(count("centre c where not exists (select from network.service_window w where w.centre = c.code)"))
                .isZero();
    }

    @Test
    void every_line_of_the_register_names_an_item_that_there_is() {
        assertThat(count("authorisation z where z.item <> '*'"
                        + " and not exists (select from catalogue.item_version i where i.code = z.item)"))
                .isZero();
    }

    @Test
    void every_unit_can_take_a_case_from_receipt_to_delivery() {
        for (Act act : Act.values()) {
            assertThat(count("unit u where not exists (select from network.post p join network.authorisation z"
                            + " on z.post = p.code and z.act = '" + act.key() + "' where p.unit = u.code)"
                            + (act == Act.EXPERT ? " and u.tier <> 'STREET'" : "")))
                    .as("units where nobody may " + act.key())
                    .isZero();
        }
        assertThat(count("post where officer_a is null or officer_b is null")).isZero();
        assertThat(count("officer where account is null")).isZero();
    }

    @Test
    void only_the_head_of_a_unit_extends_a_limit() {
        assertThat(count("authorisation z join network.post p on p.code = z.post"
                        + " where z.act = 'extend' and p.role <> 'supervise'"))
                .isZero();
        assertThat(count("post p join network.post d on d.unit = p.unit and d.role = 'decide'"
                        + " where p.code like '%-head' and p.officer_a = d.officer_a"))
                .as("heads who decide every case themselves")
                .isZero();
    }

    @Test
    void the_unit_of_a_district_decides_for_all_its_streets() {
        assertThat(network.competentUnit("scjg", List.of(Tier.DISTRICT), "330106010000"))
                .map(Unit::code)
                .contains("330106-scjg");
        assertThat(network.competentUnit("scjg", List.of(Tier.CITY), "330106010000"))
                .map(Unit::code)
                .contains("330100-scjg");
        assertThat(network.competentUnit("jdb", List.of(Tier.STREET), "330106010000"))
                .map(Unit::code)
                .contains("330106010-jdb");
        assertThat(network.competentUnit("scjg", List.of(Tier.DISTRICT), "330100000000"))
                .isEmpty();
        assertThat(network.competentUnit("scjg", List.of(Tier.STREET), "330106010000"))
                .isEmpty();
    }

    @Test
    void an_item_of_several_tiers_is_decided_at_the_first_that_has_a_unit_there() {
        assertThat(network.competentUnit("scjg", List.of(Tier.DISTRICT, Tier.CITY), "330106010000"))
                .map(Unit::code)
                .contains("330106-scjg");
        assertThat(network.competentUnit("gjj", List.of(Tier.DISTRICT, Tier.CITY), "330106010000"))
                .map(Unit::code)
                .contains("330100-gjj");
    }

    @Test
    void an_officer_who_is_named_for_the_demo_sits_where_they_should() {
        Account zhoumin = accounts.byLogin("zhoumin").orElseThrow();
        var seat = network.seat(zhoumin.id(), TODAY).orElseThrow();
        assertThat(seat.centre()).extracting(centre -> centre.name().zh()).isEqualTo("西湖区行政服务中心");
        assertThat(seat.window()).extracting(window -> window.label().zh()).isEqualTo("2 楼 B 区 24 号窗口");
        assertThat(seat.held().post().name().zh()).isEqualTo("食品经营许可 决定岗");
        assertThat(seat.held().cover()).isEqualTo(Cover.A);
    }

    @Test
    void the_official_calendar_is_there() {
        assertThat(calendars.calendar().years()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
    }

    private int count(String from) {
        return dsl.fetchSingle("select count(*) from network." + from).get(0, Integer.class);
    }
}
