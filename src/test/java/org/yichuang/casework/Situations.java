package org.yichuang.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.service.ClockWork;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.TestClock;

/** Cases in every state, and ready for every line of the transition table. */
@TestComponent
public class Situations {
    static final String LAYOUT = "layout_equipment_work_flow";

    private final Office office;
    private final Casework casework;
    private final Denials denials;
    private final DSLContext db;
    private final ClockWork work;
    private final TestClock clock;

    Situations(Office office, Casework casework, Denials denials, DSLContext db, ClockWork work, TestClock clock) {
        this.office = office;
        this.casework = casework;
        this.denials = denials;
        this.db = db;
        this.work = work;
        this.clock = clock;
    }

    /** A case in this state; a draft, for the first of them. */
    public UUID in(State state) {
        Visitor company = office.aCompany();
        return switch (state) {
            case DRAFT -> office.draft(company);
            case SUBMITTED -> office.submitted(company).caseId();
            case CORRECTING -> noticed(company);
            case ACCEPTED -> office.accepted(company);
            case REVIEWING -> office.reviewed(company);
            case PAUSED -> paused(company);
            case GRANTED -> office.granted(company);
            case REFUSED -> refused(company);
            case DELIVERED -> delivered(office.granted(company), DeliveryWay.POST);
            case NOT_ACCEPTED -> declined(company);
            case CLOSED -> delivered(office.granted(company), DeliveryWay.WINDOW);
            case WITHDRAWN -> withdrawn(company);
            case TERMINATED -> terminated(company);
        };
    }

    /** A case on which this act can be done, along this line of the table. */
    public UUID before(State from, ActKind act, State to) {
        return before(Transitions.find(from, act, to).orElseThrow());
    }

    /** A case on which the act of this line can be done. */
    public UUID before(Edge edge) {
        State from = edge.from();
        return switch (edge.act()) {
            case ALLOW_NOTICE -> corrected(office.aCompany());
            case ON_THE_SPOT -> spot();
            case APPROVE -> proposed(running(from), edge.to() == State.PAUSED);
            case REJECT, TAKE_BACK -> proposed(running(from), true);
            case GRANT, REFUSE -> from == State.ACCEPTED ? acceptedSpot() : in(from);
            case FINISH_STEP -> from == State.GRANTED ? grantedOnly() : running(from);
            case PROPOSE_PAUSE, PROPOSE_EXTENSION -> running(from);
            case JUDGE, REVERSE -> denied(from);
            case ANSWER -> questioned(denied(from));
            default -> in(from);
        };
    }

    /** Under review, with steps still open. */
    private UUID running(State state) {
        if (state != State.REVIEWING) {
            return in(state);
        }
        UUID id = office.accepted(office.aCompany());
        office.act(office.officer("review"), id, new CaseAct.FinishStep("documents", Verdict.PASS, "符合", null));
        return id;
    }

    public CaseAct.Notice notice() {
        return new CaseAct.Notice(List.of(new Defect(LAYOUT, null, "没有标出水池", "请在图上标出水池")));
    }

    public CaseAct.Supplement supplement(Visitor company) {
        var layout = new SubmittedMaterial(LAYOUT, office.upload(company, "layout"), "布局图.pdf");
        return new CaseAct.Supplement(Map.of(), List.of(layout));
    }

    private UUID noticed(Visitor company) {
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, notice());
        return id;
    }

    private UUID corrected(Visitor company) {
        UUID id = noticed(company);
        office.act(company, id, supplement(company));
        return id;
    }

    public CaseAct.ProposePause pause() {
        LocalDate end = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(11);
        return new CaseAct.ProposePause(PauseCause.TESTING, end, "水质检测");
    }

    private UUID proposed(UUID id, boolean pause) {
        office.act(office.officer("decide"), id, pause ? pause() : new CaseAct.ProposeExtension(3, "情况复杂"));
        return id;
    }

    private UUID paused(Visitor company) {
        UUID id = proposed(office.accepted(company), true);
        office.act(office.officer("supervise"), id, new CaseAct.Approve());
        return id;
    }

    private UUID grantedOnly() {
        UUID id = office.reviewed(office.aCompany());
        office.act(office.officer("decide"), id, new CaseAct.Grant("同意"));
        return id;
    }

    private UUID refused(Visitor company) {
        UUID id = office.reviewed(company);
        office.act(office.officer("decide"), id, new CaseAct.Refuse("离污染源太近", List.of("食品安全法第三十三条"), Office.filing()));
        return id;
    }

    private UUID declined(Visitor company) {
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        return id;
    }

    private UUID delivered(UUID id, DeliveryWay way) {
        String note = way == DeliveryWay.POST ? "EMS 1234，寄到转塘街道" : "本人签收";
        office.act(office.officer("deliver"), id, new CaseAct.Deliver(way, note));
        return id;
    }

    private UUID denied(State state) {
        return switch (state) {
            case NOT_ACCEPTED, REFUSED -> in(state);
            case DELIVERED -> delivered(refused(office.aCompany()), DeliveryWay.POST);
            case CLOSED -> delivered(refused(office.aCompany()), DeliveryWay.WINDOW);
            default -> throw new IllegalArgumentException("never denied in " + state);
        };
    }

    private UUID questioned(UUID id) {
        UUID denial = office.denial(id);
        denials.review(office.aSupervisor(), denial, DenialRow.Judgement.QUESTIONED, "离污染源多远？");
        return id;
    }

    private UUID withdrawn(Visitor company) {
        UUID id = office.submitted(company).caseId();
        office.act(company, id, new CaseAct.Withdraw("不开了"));
        return id;
    }

    /** The fifteen working days to correct pass. */
    private UUID terminated(Visitor company) {
        var before = clock.instant();
        UUID id = noticed(company);
        clock.set("2026-11-09T09:00");
        work.terminate();
        clock.set(before);
        return id;
    }

    private UUID spot() {
        String item = office.onTheSpot().orElseThrow();
        Visitor resident = office.aResident();
        return casework.file(resident, office.application(resident, item)).caseId();
    }

    /** Accepted, and open for the decision at once. */
    private UUID acceptedSpot() {
        UUID id = spot();
        String item = office.view(id).item().code();
        office.act(office.officerAnywhere("accept", item), id, new CaseAct.Accept());
        return id;
    }
}
