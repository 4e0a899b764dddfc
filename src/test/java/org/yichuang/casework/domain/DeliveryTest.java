package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.APPLICANT;
import static org.yichuang.casework.domain.PureCase.FOOD;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.shared.Problem.FieldError;

class DeliveryTest {
    private static final ItemVersion SPOT = DemoItems.item("small_catering");
    private static final String MORNING = "2026-10-09T10:24";

    @Test
    void letters_have_the_same_digits_wherever_the_server_runs() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(Wording.day(Instant.parse("2026-11-22T09:00:00Z"))).isEqualTo("2026年11月22日17:00");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_post_is_chosen_without_an_address_only_where_the_form_asks_for_none() {
        ItemVersion asksNone = DemoItems.changed("food_permit", "key: receive_address", "key: other_address");

        assertThat(choosesThePost(asksNone)).isInstanceOf(Result.Done.class);
        assertThat(choosesThePost(FOOD))
                .isInstanceOfSatisfying(
                        Result.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("way"));
    }

    @Test
    void what_was_to_be_posted_or_collected_is_not_left_in_an_account() {
        CaseFile file = PureCase.submitted(SPOT, MORNING).with(DeliveryWay.POST);

        assertThat(onTheSpot(file, DeliveryWay.ELECTRONIC))
                .isInstanceOfSatisfying(
                        Result.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("way"));
        assertThat(onTheSpot(file, DeliveryWay.WINDOW)).isInstanceOf(Result.Done.class);
        assertThat(onTheSpot(file.with(DeliveryWay.ELECTRONIC), DeliveryWay.ELECTRONIC))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void nothing_is_decided_on_the_spot_while_a_material_is_missing() {
        CaseFile bare = PureCase.submitted(SPOT, Answers.fitting(SPOT), List.of(), MORNING);

        assertThat(onTheSpot(bare, DeliveryWay.WINDOW))
                .isInstanceOfSatisfying(
                        Result.No.class, no -> assertThat(no.slug()).isEqualTo("materials-missing"));
    }

    private static Result onTheSpot(CaseFile file, DeliveryWay way) {
        return file.act(new CaseAct.OnTheSpot("", way), PureCase.OFFICER, PureCase.at(SPOT, MORNING));
    }

    private static Result choosesThePost(ItemVersion item) {
        CaseFile file = PureCase.submitted(item, MORNING);
        return file.act(new CaseAct.ChooseDelivery(DeliveryWay.POST), APPLICANT, PureCase.at(item, MORNING));
    }
}
