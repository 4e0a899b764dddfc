package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.shared.Text;

class ActFormTest {
    private static final Text CARD = Text.of("老年优待证", "Senior card");

    @Test
    void a_denial_is_said_to_be_reviewed_within_the_city_s_own_limit() {
        for (ActKind act : List.of(ActKind.DECLINE, ActKind.REFUSE)) {
            Text filed = effects(act, true).getFirst();
            assertThat(filed.zh()).endsWith("5 个工作日内复核");
            assertThat(filed.en()).endsWith("reviewed within 5 working days");
        }
    }

    @Test
    void of_what_is_no_licence_no_act_is_said_to_stand_on_the_licensing_law() {
        for (ActKind act : ActKind.values()) {
            if (ActForm.has(act)) {
                assertThat(effects(act, false))
                        .as(act.slug())
                        .allSatisfy(effect ->
                                assertThat(effect.zh() + effect.en()).doesNotContain("条", "许可", "Licensing Law"));
            }
        }
        assertThat(effects(ActKind.ACCEPT, true).toString())
                .contains("行政许可法第八十二条", "（行政许可法第三十二条）", "(Administrative Licensing Law, article 32)");
    }

    @Test
    void an_extension_that_the_item_s_own_law_gives_is_not_said_to_stand_on_the_licensing_law() {
        for (boolean own : new boolean[] {true, false}) {
            var facts = facts(true, CARD, null, own);
            String said = ActForm.of(ActKind.PROPOSE_EXTENSION)
                    .orElseThrow()
                    .effects(ActKind.PROPOSE_EXTENSION, facts)
                    .toString();
            assertThat(said.contains("行政许可法第四十二条")).isEqualTo(!own);
        }
    }

    @Test
    void what_is_granted_is_called_by_its_name_and_can_be_checked_from_the_act_on_that_makes_it() {
        for (Text made : new Text[] {CARD, null}) {
            List<Text> said =
                    ActForm.of(ActKind.GRANT).orElseThrow().effects(ActKind.GRANT, facts(false, CARD, made, false));
            assertThat(said.getFirst())
                    .isEqualTo(Text.of("老年优待证须在 6 个工作日内送达", "Due within 6 working days: Senior card"));
            assertThat(said.contains(Text.of("谁都可以凭验证码核对老年优待证", "Anyone can check it by its code: Senior card")))
                    .isEqualTo(made != null);
        }
    }

    @Test
    void each_key_does_one_thing_and_none_leads_to_the_next_case_too() {
        List<String> keys = Stream.of(ActKind.values())
                .map(ActForm::keyOf)
                .filter(key -> !key.isEmpty())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().doesNotContain("J", "K");
    }

    private static List<Text> effects(ActKind act, boolean licence) {
        return ActForm.of(act).orElseThrow().effects(act, facts(licence, CARD, null, false));
    }

    private static ActFacts facts(boolean licence, Text granted, @Nullable Text made, boolean ownExtension) {
        return new ActFacts(
                Limit.workingDays(5), Limit.workingDays(6), false, false, licence, granted, made, ownExtension);
    }
}
