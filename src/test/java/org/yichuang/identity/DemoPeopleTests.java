package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.web.Role;

class DemoPeopleTests {
    @Test
    void every_invented_number_passes_the_checks() {
        for (DemoAccount one : DemoAccounts.people()) {
            String number = one.number();
            switch (one.kind()) {
                case RESIDENT, OFFICER -> {
                    assertThat(number).startsWith("330100");
                    assertThat(PersonalNumbers.wrongResidentId(number == null ? "" : number, LocalDate.of(2026, 1, 1)))
                            .as(one.name())
                            .isNull();
                }
                case COMPANY ->
                    assertThat(PersonalNumbers.wrongUscc(number == null ? "" : number))
                            .as(one.name())
                            .isNull();
                default -> assertThat(number).isNull();
            }
        }
    }

    @Test
    void nobody_is_there_twice() {
        var seen = new HashSet<String>();
        for (DemoAccount one : DemoAccounts.people()) {
            assertThat(seen.add(one.login())).as(one.login()).isTrue();
            assertThat(seen.add(one.name())).as(one.name()).isTrue();
            assertThat(one.number() == null || seen.add(one.number()))
                    .as(one.login())
                    .isTrue();
        }
    }

    @Test
    void administrator_security_administrator_and_auditor_are_there_and_are_three() {
        for (Role role : Role.APART) {
            assertThat(DemoAccounts.people())
                    .filteredOn(one -> one.roles().contains(role))
                    .hasSize(1);
        }
    }
}
