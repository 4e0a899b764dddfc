package org.yichuang.casework.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.casework.Acted;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.PauseCause;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * The acts on a case, an address each. {@code version} is the one the client has seen: an act on an older one is refused
 * (409 {@code stale-version}). Who may do what is decided by the transition table and the authorisation register.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Access(Role.OFFICER)
class ActsApi {
    private final Casework casework;

    ActsApi(Casework casework) {
        this.casework = casework;
    }

    record Bare(int version) {}

    record WithReason(int version, String reason) {}

    record WithReasons(int version, String reasons) {}

    record NoticeBody(int version, List<Defect> defects) {}

    record CorrectBody(int version, String what, Map<String, Object> answers, List<SubmittedMaterial> materials) {}

    record SupplementBody(int version, Map<String, Object> answers, List<SubmittedMaterial> materials) {}

    record DenialBody(int version, DenialFiling filing) {}

    record NotHereBody(int version, DenialFiling filing, String rightAuthority) {}

    record SpotBody(int version, String reasons, DeliveryWay way) {}

    record StepBody(
            int version,
            Verdict verdict,
            String opinion,
            @Nullable UUID companion) {}

    record PauseBody(int version, PauseCause cause, LocalDate expectedEnd, String reason) {}

    record ExtensionBody(int version, int amount, String reason) {}

    record ResumeBody(int version, String finding) {}

    record RefuseBody(int version, String reasons, List<String> articles, DenialFiling filing) {}

    record DeliverBody(int version, @Nullable DeliveryWay way, String note) {}

    record WayBody(int version, DeliveryWay way) {}

    @PostMapping("/accept")
    Acted accept(Visitor who, @PathVariable UUID id, @RequestBody Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.Accept());
    }

    @PostMapping("/notice")
    Acted notice(Visitor who, @PathVariable UUID id, @RequestBody NoticeBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Notice(body.defects()));
    }

    @PostMapping("/allow-notice")
    @Access(Role.SUPERVISOR)
    Acted allowNotice(Visitor who, @PathVariable UUID id, @RequestBody WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.AllowNotice(body.reason()));
    }

    @PostMapping("/correct")
    Acted correct(Visitor who, @PathVariable UUID id, @RequestBody CorrectBody body) {
        return casework.act(
                who, id, body.version(), new CaseAct.Correct(body.what(), body.answers(), body.materials()));
    }

    /** By the applicant, or at the window for who comes there. */
    @PostMapping("/supplement")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted supplement(Visitor who, @PathVariable UUID id, @RequestBody SupplementBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Supplement(body.answers(), body.materials()));
    }

    @PostMapping("/decline")
    Acted decline(Visitor who, @PathVariable UUID id, @RequestBody DenialBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Decline(body.filing()));
    }

    @PostMapping("/not-here")
    Acted notHere(Visitor who, @PathVariable UUID id, @RequestBody NotHereBody body) {
        return casework.act(who, id, body.version(), new CaseAct.NotHere(body.filing(), body.rightAuthority()));
    }

    @PostMapping("/not-needed")
    Acted notNeeded(Visitor who, @PathVariable UUID id, @RequestBody DenialBody body) {
        return casework.act(who, id, body.version(), new CaseAct.NotNeeded(body.filing()));
    }

    @PostMapping("/on-the-spot")
    Acted onTheSpot(Visitor who, @PathVariable UUID id, @RequestBody SpotBody body) {
        return casework.act(who, id, body.version(), new CaseAct.OnTheSpot(body.reasons(), body.way()));
    }

    @PostMapping("/steps/{step}")
    Acted step(Visitor who, @PathVariable UUID id, @PathVariable String step, @RequestBody StepBody body) {
        var act = new CaseAct.FinishStep(step, body.verdict(), body.opinion(), body.companion());
        return casework.act(who, id, body.version(), act);
    }

    @PostMapping("/pause")
    Acted pause(Visitor who, @PathVariable UUID id, @RequestBody PauseBody body) {
        var act = new CaseAct.ProposePause(body.cause(), body.expectedEnd(), body.reason());
        return casework.act(who, id, body.version(), act);
    }

    @PostMapping("/extension")
    Acted extension(Visitor who, @PathVariable UUID id, @RequestBody ExtensionBody body) {
        return casework.act(who, id, body.version(), new CaseAct.ProposeExtension(body.amount(), body.reason()));
    }

    @PostMapping("/approve")
    Acted approve(Visitor who, @PathVariable UUID id, @RequestBody Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.Approve());
    }

    @PostMapping("/reject")
    Acted reject(Visitor who, @PathVariable UUID id, @RequestBody WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.Reject(body.reason()));
    }

    @PostMapping("/resume")
    Acted resume(Visitor who, @PathVariable UUID id, @RequestBody ResumeBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Resume(body.finding()));
    }

    @PostMapping("/grant")
    Acted grant(Visitor who, @PathVariable UUID id, @RequestBody WithReasons body) {
        return casework.act(who, id, body.version(), new CaseAct.Grant(body.reasons()));
    }

    @PostMapping("/refuse")
    Acted refuse(Visitor who, @PathVariable UUID id, @RequestBody RefuseBody body) {
        return casework.act(
                who, id, body.version(), new CaseAct.Refuse(body.reasons(), body.articles(), body.filing()));
    }

    @PostMapping("/deliver")
    Acted deliver(Visitor who, @PathVariable UUID id, @RequestBody DeliverBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Deliver(body.way(), body.note()));
    }

    @PostMapping("/receipt-confirmation")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted confirmReceipt(Visitor who, @PathVariable UUID id, @RequestBody Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.ConfirmReceipt());
    }

    @PostMapping("/delivery-way")
    @Access({Role.RESIDENT, Role.COMPANY})
    Acted choose(Visitor who, @PathVariable UUID id, @RequestBody WayBody body) {
        return casework.act(who, id, body.version(), new CaseAct.ChooseDelivery(body.way()));
    }

    @PostMapping("/withdraw")
    @Access({Role.RESIDENT, Role.COMPANY})
    Acted withdraw(Visitor who, @PathVariable UUID id, @RequestBody WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.Withdraw(body.reason()));
    }
}
