package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;

@IdentityTest
class ThreePeopleTests {
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Roles roles;
    private final Journal journal;
    private final DSLContext dsl;
    private final People people;

    @Autowired
    ThreePeopleTests(
            Accounts accounts,
            NewAccounts newAccounts,
            Roles roles,
            Journal journal,
            DSLContext dsl,
            ApplicationContext context) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.roles = roles;
        this.journal = journal;
        this.dsl = dsl;
        this.people = new People(context);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDITOR"})
    void who_holds_one_of_the_three_gets_neither_other(Role held) {
        var officer = people.officer(held);
        for (Role other : Role.APART) {
            if (other != held) {
                assertThatThrownBy(() -> roles.grant(officer.id(), other, Actor.SYSTEM))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("three people");
                assertThatThrownBy(() -> dsl.execute(
                                "update identity.account set roles = roles || ?::text where id = ?",
                                other.name(),
                                officer.id()))
                        .isInstanceOf(DataIntegrityViolationException.class)
                        .hasMessageContaining("three_people");
            }
        }
        assertThat(accounts.get(officer.id()).roles()).containsExactly(held);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDITOR"})
    void who_holds_one_of_the_three_works_on_no_case_besides_and_the_other_way_round(Role apart) {
        var one = people.officer(apart);
        var worker = people.officer(Role.OFFICER, Role.SUPERVISOR);

        assertThatThrownBy(() -> roles.grant(one.id(), Role.OFFICER, Actor.SYSTEM))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no other");
        assertThatThrownBy(() -> roles.grant(worker.id(), apart, Actor.SYSTEM))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no other");
        var both =
                new NewOfficer("both-" + apart.ordinal(), "兼任", null, People.number(), Set.of(apart, Role.SUPERVISOR));
        assertThatThrownBy(() -> newAccounts.createOfficer(both, Actor.SYSTEM))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no other");

        assertThat(accounts.get(one.id()).roles()).containsExactly(apart);
        assertThat(accounts.get(worker.id()).roles()).containsExactly(Role.OFFICER, Role.SUPERVISOR);
        for (Account account : List.of(one, worker)) {
            assertThatThrownBy(() -> dsl.execute(
                            "update identity.account set roles = array['OFFICER', ?::text] where id = ?",
                            apart.name(),
                            account.id()))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("three_people");
        }
    }

    @Test
    void nobody_is_made_with_two_of_the_three() {
        var both =
                new NewOfficer("both-at-once", "兼任", null, People.number(), Set.of(Role.ADMINISTRATOR, Role.AUDITOR));
        assertThatThrownBy(() -> newAccounts.createOfficer(both, Actor.SYSTEM))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("three people");
        assertThat(accounts.byLogin("both-at-once")).isEmpty();
    }

    @Test
    void a_person_with_two_accounts_is_found_by_the_resident_id_number() {
        String number = People.number();
        newAccounts.createOfficer(
                new NewOfficer("first-account", "同一人", null, number, Set.of(Role.ADMINISTRATOR)), Actor.SYSTEM);
        var second = new NewOfficer("second-account", "同一人", null, number, Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> newAccounts.createOfficer(second, Actor.SYSTEM))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("account with this number");
    }

    @Test
    void an_account_for_an_officer_is_opened_with_a_role() {
        var idle = new NewOfficer("without-a-role", "无角色", null, null, Set.of());
        assertThatThrownBy(() -> newAccounts.createOfficer(idle, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("roles"));
        assertThat(accounts.byLogin("without-a-role")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDITOR"})
    void who_is_not_known_by_a_number_is_none_of_the_three(Role role) {
        String login = "no-number-" + role.ordinal();
        var nameless = new NewOfficer(login, "无号", null, " ", Set.of(role));
        assertThatThrownBy(() -> newAccounts.createOfficer(nameless, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("idNumber"));
        var officer =
                newAccounts.createOfficer(new NewOfficer(login, "无号", null, null, Set.of(Role.OFFICER)), Actor.SYSTEM);
        roles.revoke(officer.id(), Role.OFFICER, Actor.SYSTEM);
        assertThatThrownBy(() -> roles.grant(officer.id(), role, Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("id-number-needed"));
        assertThat(accounts.get(officer.id()).roles()).isEmpty();
    }

    @Test
    void a_role_given_and_taken_is_on_record_with_who_did_it() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var officer = people.officer(Role.OFFICER);
        roles.grant(officer.id(), Role.SUPERVISOR, Actor.of(security.id()));
        roles.grant(officer.id(), Role.SUPERVISOR, Actor.of(security.id()));
        roles.revoke(officer.id(), Role.SUPERVISOR, Actor.of(security.id()));
        assertThat(journal.of(officer.subject()))
                .filteredOn(entry -> entry.kind().startsWith("role."))
                .extracting(Entry::kind, entry -> entry.actor().account())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(IdentityKinds.ROLE_GRANTED, security.id()),
                        org.assertj.core.groups.Tuple.tuple(IdentityKinds.ROLE_REVOKED, security.id()));
    }

    @Test
    void nobody_changes_their_own_roles_or_disables_themselves() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        Actor self = Actor.of(security.id());
        assertThatThrownBy(() -> roles.grant(security.id(), Role.OFFICER, self)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> roles.revoke(security.id(), Role.SECURITY_ADMINISTRATOR, self))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> accounts.disable(security.id(), self)).isInstanceOf(Problem.class);
    }

    @Test
    void a_resident_never_gets_an_officers_role() {
        var resident = people.resident();
        assertThatThrownBy(() -> roles.grant(resident.id(), Role.OFFICER, Actor.SYSTEM))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> dsl.execute(
                        "update identity.account set roles = array['RESIDENT', 'OFFICER'] where id = ?", resident.id()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("roles_of_kind");
    }
}
