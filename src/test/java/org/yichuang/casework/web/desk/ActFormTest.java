package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.shared.Text;

class ActFormTest {
    @Test
    void a_denial_is_said_to_be_reviewed_within_the_city_s_own_limit() {
        for (ActKind act : List.of(ActKind.DECLINE, ActKind.REFUSE)) {
            Text filed = effects(act).getFirst();
            assertThat(filed.zh()).endsWith("5 个工作日内复核");
            assertThat(filed.en()).endsWith("reviewed within 5 working days");
        }
    }

    private static List<Text> effects(ActKind act) {
        return ActForm.of(act).orElseThrow().effects(act, new ActForm.Facts(Limit.workingDays(5), false, false));
    }
}
