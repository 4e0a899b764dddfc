package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.casework.Acted;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * The acts on a case, an address each. {@code version} is the one the client has seen: an act on an older one is refused
 * (409 {@code stale-version}). Who may do what is decided by the transition table and the authorisation register.
 */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "acts", description = ActsApi.TABLE)
@Access(Role.OFFICER)
class ActsApi {
    static final String TABLE = """
        The acts that the `acts` of a case name, each with `whyNot` where the one who asks cannot do it now. \
        All are POST. Beside what stands here a body of a case has its `version`; {step} is the `key` of the step. \
        An officer is one whose post the authorisation register lets do one of the acts named; \
        `receive` is none of them: the general post of any window has it for what every window takes. \
        A filing at a window takes `on-the-spot` and `receive` too.

        | act | address | body | who |
        |---|---|---|---|
        | SUBMIT | `/api/v1/drafts/{id}/submit` | | applicant; at a window officer `accept`, by `/api/v1/window-cases` |
        | ACCEPT | `/api/v1/cases/{id}/accept` | | officer `accept` |
        | NOTICE | `/api/v1/cases/{id}/notice` | `defects` | officer `accept` |
        | ALLOW_NOTICE | `/api/v1/cases/{id}/allow-notice` | `reason` | supervisor |
        | CORRECT | `/api/v1/cases/{id}/correct` | `what` `answers` `materials` | officer `accept` |
        | SUPPLEMENT | `/api/v1/cases/{id}/supplement` | `answers` `materials` | applicant; officer `accept` `receive` |
        | DECLINE | `/api/v1/cases/{id}/decline` | `filing` | officer `accept` |
        | NOT_HERE | `/api/v1/cases/{id}/not-here` | `filing` `rightAuthority` | officer `accept` |
        | NOT_NEEDED | `/api/v1/cases/{id}/not-needed` | `filing` | officer `accept` |
        | ON_THE_SPOT | `/api/v1/cases/{id}/on-the-spot` | `reasons` `way` | officer `on-the-spot` |
        | FINISH_STEP | `/api/v1/cases/{id}/steps/{step}` | `verdict` `opinion` `companion` | officer `review` `survey` \
        `expert` `issue`, as the step says |
        | PROPOSE_PAUSE | `/api/v1/cases/{id}/pause` | `cause` `expectedEnd` `reason` | officer `review` `survey` \
        `expert` `decide` |
        | PROPOSE_EXTENSION | `/api/v1/cases/{id}/extension` | `amount` `reason` | officer `review` `survey` \
        `expert` `decide` |
        | APPROVE | `/api/v1/cases/{id}/approve` | | officer `pause` `extend`, as was proposed |
        | REJECT | `/api/v1/cases/{id}/reject` | `reason` | officer `pause` `extend`, as was proposed |
        | TAKE_BACK | `/api/v1/cases/{id}/take-back` | `reason` | officer `review` `survey` `expert` `decide` |
        | RESUME | `/api/v1/cases/{id}/resume` | `finding` | officer `review` `survey` `expert` `decide` |
        | GRANT | `/api/v1/cases/{id}/grant` | `reasons` | officer `decide` |
        | REFUSE | `/api/v1/cases/{id}/refuse` | `reasons` `articles` `filing` | officer `decide` |
        | CHOOSE_DELIVERY | `/api/v1/cases/{id}/delivery-way` | `way` | applicant; officer `accept` `receive` |
        | DELIVER | `/api/v1/cases/{id}/deliver` | `way` `note` `reason` | officer `deliver` |
        | CONFIRM_RECEIPT | `/api/v1/cases/{id}/receipt-confirmation` | | applicant; officer `deliver` |
        | WITHDRAW | `/api/v1/cases/{id}/withdraw` | `reason` | applicant; officer `accept` `receive` |
        | JUDGE, REVERSE | `/api/v1/denials/{id}/review` | `judgement` `remark` | supervisor |
        | ANSWER | `/api/v1/denials/{id}/answer` | `answer` | officer `accept` `decide` |

        The clock alone does DEEM_ACCEPTED, TERMINATE and RECOMPUTE.\
        """;

    private final Casework casework;

    ActsApi(Casework casework) {
        this.casework = casework;
    }

    @Operation(
            summary =
                    "Accept the application (AL-32): the promise begins to run, and the statute unless it runs from receipt")
    @PostMapping("/accept")
    Acted accept(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.Accept());
    }

    @Operation(summary = "Tell the applicant at once everything to be corrected (AL-32, ONE-NOTICE)")
    @PostMapping("/notice")
    Acted notice(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.NoticeBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Notice(body.defects()));
    }

    @Operation(summary = "Let a second correction notice through; it stays on record (ONE-NOTICE)")
    @PostMapping("/allow-notice")
    @Access(Role.SUPERVISOR)
    Acted allowNotice(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.AllowNotice(body.reason()));
    }

    @Operation(summary = "Correct on the spot with the applicant's consent (AL-32)")
    @PostMapping("/correct")
    Acted correct(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.CorrectBody body) {
        return casework.act(
                who, id, body.version(), new CaseAct.Correct(body.what(), body.answers(), body.materials()));
    }

    /** By the applicant, or at the window for who comes there. */
    @Operation(summary = "Hand in what the correction notice asks for")
    @PostMapping("/supplement")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted supplement(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.SupplementBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Supplement(body.answers(), body.materials()));
    }

    @Operation(summary = "Decline an application that does not qualify, with its denial filed (AL-32, DENIAL-FILING)")
    @PostMapping("/decline")
    Acted decline(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.DenialBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Decline(body.filing()));
    }

    @Operation(summary = "Say that another authority is competent, and which (AL-32, DENIAL-FILING)")
    @PostMapping("/not-here")
    Acted notHere(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.NotHereBody body) {
        return casework.act(who, id, body.version(), new CaseAct.NotHere(body.filing(), body.rightAuthority()));
    }

    @Operation(summary = "Say that no licence is needed (AL-32, DENIAL-FILING)")
    @PostMapping("/not-needed")
    Acted notNeeded(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.DenialBody body) {
        return casework.act(who, id, body.version(), new CaseAct.NotNeeded(body.filing()));
    }

    @Operation(summary = "Accept, decide and deliver in one act (ON-THE-SPOT); by post, deliver it when it is sent")
    @PostMapping("/on-the-spot")
    Acted onTheSpot(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.SpotBody body) {
        return casework.act(who, id, body.version(), new CaseAct.OnTheSpot(body.reasons(), body.way()));
    }

    @Operation(summary = "Finish a review step with a verdict and an opinion")
    @PostMapping("/steps/{step}")
    Acted step(Visitor who, @PathVariable UUID id, @PathVariable String step, @RequestBody ActBodies.StepBody body) {
        var act = new CaseAct.FinishStep(step, body.verdict(), body.opinion(), body.companion());
        return casework.act(who, id, body.version(), act);
    }

    @Operation(summary = "Propose that the clocks pause, for a cause the law names (AL-45)")
    @PostMapping("/pause")
    Acted pause(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.PauseBody body) {
        var act = new CaseAct.ProposePause(body.cause(), body.expectedEnd(), body.reason());
        return casework.act(who, id, body.version(), act);
    }

    @Operation(summary = "Propose to extend the limit, once (AL-42)")
    @PostMapping("/extension")
    Acted extension(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.ExtensionBody body) {
        return casework.act(who, id, body.version(), new CaseAct.ProposeExtension(body.amount(), body.reason()));
    }

    @Operation(summary = "Approve a colleague's proposal (FOUR-EYES)")
    @PostMapping("/approve")
    Acted approve(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.Approve());
    }

    @Operation(summary = "Reject a colleague's proposal, with the reason")
    @PostMapping("/reject")
    Acted reject(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.Reject(body.reason()));
    }

    @Operation(summary = "Take one's own proposal back while it waits, with the reason")
    @PostMapping("/take-back")
    Acted takeBack(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.TakeBack(body.reason()));
    }

    @Operation(summary = "End a pause with what was found")
    @PostMapping("/resume")
    Acted resume(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.ResumeBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Resume(body.finding()));
    }

    @Operation(summary = "Grant")
    @PostMapping("/grant")
    Acted grant(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WithReasons body) {
        return casework.act(who, id, body.version(), new CaseAct.Grant(body.reasons()));
    }

    @Operation(summary = "Refuse, with reasons, articles and remedies, and its denial filed (AL-38, DENIAL-FILING)")
    @PostMapping("/refuse")
    Acted refuse(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.RefuseBody body) {
        return casework.act(
                who, id, body.version(), new CaseAct.Refuse(body.reasons(), body.articles(), body.filing()));
    }

    @Operation(
            summary =
                    "Deliver the result (AL-44); what was posted once more, by post or at a window, until the receipt is confirmed")
    @PostMapping("/deliver")
    Acted deliver(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.DeliverBody body) {
        return casework.act(who, id, body.version(), new CaseAct.Deliver(body.way(), body.note(), body.reason()));
    }

    @Operation(summary = "Confirm that what was posted has arrived; the case is closed")
    @PostMapping("/receipt-confirmation")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted confirmReceipt(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.Bare body) {
        return casework.act(who, id, body.version(), new CaseAct.ConfirmReceipt());
    }

    /** By the applicant, or at the window for who comes there. */
    @Operation(summary = "Say how the result is to be received")
    @PostMapping("/delivery-way")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted choose(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WayBody body) {
        return casework.act(who, id, body.version(), new CaseAct.ChooseDelivery(body.way()));
    }

    /** By the applicant, or at the window for who comes there. */
    @Operation(summary = "Withdraw the application, until it is decided")
    @PostMapping("/withdraw")
    @Access({Role.OFFICER, Role.RESIDENT, Role.COMPANY})
    Acted withdraw(Visitor who, @PathVariable UUID id, @RequestBody ActBodies.WithReason body) {
        return casework.act(who, id, body.version(), new CaseAct.Withdraw(body.reason()));
    }
}
