package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Network;
import org.yichuang.network.Post;
import org.yichuang.network.Window;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What stands on whose desk. */
@CityTest
class DeskTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Cases cases;

    @Autowired
    private Network network;

    @Test
    void the_side_bar_counts_what_waits_for_intake() {
        office.submitted(office.aCompany());

        String page = office.web(office.officer("accept")).page("/desk");

        assertThat(page).contains("href=\"/desk?act=accept\"").doesNotContain("act=intake");
        assertThat(page.substring(page.indexOf("href=\"/desk?act=accept\"")).split("</a>")[0])
                .containsPattern(">[1-9]\\d*<");
    }

    @Test
    void supervisors_and_auditors_see_the_cases_of_every_unit_in_their_list() {
        Receipt receipt = office.submitted(office.aCompany());
        var auditor = new Visitor(new UUID(8, 8), "审计员", Set.of(Role.AUDITOR));

        for (Visitor who : new Visitor[] {office.aSupervisor(), auditor}) {
            assertThat(cases.worklist(who, numbered(receipt)).items())
                    .extracting(CaseRow::number)
                    .containsExactly(receipt.number());
            assertThat(cases.counts(who, numbered(receipt)).all()).isEqualTo(1);
        }
    }

    @Test
    void a_list_read_page_by_page_shows_each_case_once_the_next_due_first_and_the_paused_last() {
        Set<UUID> expected = Set.of(
                situations.in(State.PAUSED),
                situations.in(State.PAUSED),
                office.accepted(office.aCompany()),
                office.submitted(office.aCompany()).caseId());
        Visitor supervisor = office.aSupervisor();

        List<CaseRow> read = new ArrayList<>();
        WorkFilter next = new WorkFilter(Set.of(), null, null, false, null, null, null, null, null, 3);
        while (next != null) {
            Page<CaseRow> page = cases.worklist(supervisor, next);
            read.addAll(page.items());
            next = page.next() == null ? null : next.after(page.next());
        }

        assertThat(read).extracting(CaseRow::id).doesNotHaveDuplicates().containsAll(expected);
        assertThat(read)
                .isSortedAccordingTo(
                        Comparator.comparing(CaseRow::due, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                                .thenComparing(row -> row.id().toString()));
        assertThat(read.getLast().due()).isNull();
    }

    @Test
    void an_officer_of_a_centre_sees_what_was_taken_at_its_windows_and_may_not_decide_it() {
        Visitor clerk = office.officer("accept");
        Post seat = office.post("accept", Office.FOOD);
        Receipt atWindow = casework.receive(clerk, filing(clerk, office.aCompany(), windowOf(seat)));
        Receipt online = office.submitted(office.aCompany());
        Visitor neighbour = neighbour(seat);

        assertThat(cases.worklist(neighbour, numbered(atWindow)).items()).hasSize(1);
        assertThat(cases.view(neighbour, atWindow.caseId()).number()).isEqualTo(atWindow.number());
        assertThat(problem(() -> casework.act(neighbour, atWindow.caseId(), 1, new CaseAct.Accept()))
                        .status())
                .isEqualTo(403);
        assertThat(cases.worklist(neighbour, numbered(online)).items()).isEmpty();
        assertThat(problem(() -> cases.view(neighbour, online.caseId())).status())
                .isEqualTo(404);
    }

    @Test
    void a_window_of_another_centre_cannot_be_named_by_who_does_not_sit_there() {
        Visitor clerk = office.officer("accept");
        String elsewhere = network.centre("330102-centre").stream()
                .flatMap(centre -> centre.windows().stream())
                .map(Window::code)
                .findFirst()
                .orElseThrow();

        assertThat(problem(() -> casework.receive(clerk, filing(clerk, office.aCompany(), elsewhere)))
                        .errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("window");
    }

    @Test
    void who_comes_back_to_accept_what_is_accepted_reads_where_its_limits_count_from() {
        UUID id = office.accepted(office.aCompany());
        Web desk = office.web(office.officer("accept"));

        for (String version : List.of("1", Integer.toString(office.view(id).version()))) {
            assertThat(desk.post("/desk/cases/" + id + "/act/accept", "version", version)
                            .body())
                    .contains("承诺时限和法定时限从次日起算")
                    .doesNotContain("已经在走");
        }
    }

    @Test
    void a_dialogue_that_is_refused_says_so_by_its_status_too() {
        UUID id = office.reviewed(office.aCompany());
        Web desk = office.web(office.officer("decide"));
        String version = Integer.toString(office.view(id).version());

        Web.Answer empty = desk.post("/desk/cases/" + id + "/act/refuse", "version", version, "reasons", "");
        Web.Answer old = desk.post("/desk/cases/" + id + "/act/grant", "version", "1", "reasons", "同意");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("<form class=\"act\"");
        assertThat(old.status()).isEqualTo(409);
        assertThat(old.body()).contains("<form class=\"act\"");
        assertThat(office.web(office.officer("accept"))
                        .post("/desk/intake", "item", "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_second_officer_is_asked_for_only_where_the_step_takes_two() {
        UUID id = office.accepted(office.aCompany());

        for (CaseStep step : office.openSteps(id)) {
            String page = office.web(office.officer(step.act()))
                    .page("/desk/cases/" + id + "/act/finish-step?step=" + step.key());
            assertThat(page).as(step.key()).contains("name=\"opinion\"");
            assertThat(page.contains("name=\"companion\""))
                    .as(step.key())
                    .isEqualTo(step.key().equals("survey"));
        }
    }

    @Test
    void no_page_leads_an_officer_to_what_is_for_applicants() {
        Web officer = office.web(office.officer("accept"));
        Web company = office.web(office.aCompany());

        for (String page : new String[] {"/", "/track", "/items/" + Office.FOOD}) {
            assertThat(officer.page(page))
                    .as(page)
                    .contains("一窗")
                    .doesNotContain("href=\"/my/cases\"")
                    .doesNotContain("href=\"/apply/");
        }
        assertThat(company.page("/items/" + Office.FOOD)).contains("href=\"/my/cases\"", "href=\"/apply/");
    }

    @Test
    void an_intake_form_is_for_applicants_only_and_shows_no_number_in_full() {
        Visitor clerk = office.officer("accept");
        Visitor company = office.aCompany();
        String number = office.number(company);
        Web desk = office.web(clerk);

        assertThat(desk.page("/desk/intake/" + Office.FOOD + "/" + company.id()))
                .contains("name=\"")
                .doesNotContain(number);
        assertThat(desk.get("/desk/intake/" + Office.FOOD + "/"
                                + office.officer("decide").id())
                        .status())
                .isEqualTo(404);
    }

    private WindowFiling filing(Visitor officer, Visitor applicant, String window) {
        ItemVersion item = office.item(Office.FOOD);
        var answers = Answers.fitting(item);
        var application =
                new NewCase(Office.FOOD, Answers.XIHU, answers, office.materials(officer, item, answers), null);
        return new WindowFiling(applicant.id(), "何大明", window, application, WindowFiling.Then.RECEIVE, null);
    }

    private String windowOf(Post seat) {
        return seat.window() != null
                ? seat.window()
                : network.centre(Objects.requireNonNull(seat.centre()))
                        .orElseThrow()
                        .windows()
                        .getFirst()
                        .code();
    }

    /** Somebody of another unit who sits in the same centre. */
    private Visitor neighbour(Post seat) {
        return network.departments().stream()
                .flatMap(department -> network.units(department.key()).stream())
                .filter(unit -> !unit.code().equals(seat.unit()) && unit.code().startsWith("330106-"))
                .flatMap(unit -> office.posts(unit.code()).stream())
                .filter(post -> Objects.equals(post.centre(), seat.centre()))
                .flatMap(post -> Stream.ofNullable(post.a()))
                .filter(officer -> officer.account() != null)
                .map(Office::visitor)
                .filter(who -> cases.worklist(who, WorkFilter.ALL).items().stream()
                        .noneMatch(row -> row.unit().equals(seat.unit()) && row.window() == null))
                .findFirst()
                .orElseThrow();
    }

    private static WorkFilter numbered(Receipt receipt) {
        return new WorkFilter(Set.of(), null, null, false, null, null, null, receipt.number(), null, null);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, act);
    }
}
