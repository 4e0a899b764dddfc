package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.TurnedAway;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.service.ClaimCodes;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.documents.FileAnswer;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.AtWindow;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;

/** What only a window does: find who is there and what they began, take or turn away what they ask for. */
@Tag(name = "cases")
@RestController
@RequestMapping("/api/v1")
class WindowApi {
    private final Casework casework;
    private final ClaimCodes claims;
    private final WindowApplicants applicants;
    private final WindowDrafts drafts;

    WindowApi(Casework casework, ClaimCodes claims, WindowApplicants applicants, WindowDrafts drafts) {
        this.casework = casework;
        this.claims = claims;
        this.applicants = applicants;
        this.drafts = drafts;
    }

    @Operation(
            operationId = "casesApplicant",
            summary = "The account of somebody at a window: the one they have, or a new one without a password; for"
                    + " who may receive something today",
            description = "That an account was shown goes on its record, and so does a wrong name.")
    @PostMapping("/window-applicants")
    @Access(Role.OFFICER)
    @WithoutKey
    @Limited("Too many wrong names for this number today, of this officer")
    AccountDto applicant(Visitor who, @RequestBody AtWindow body) {
        return AccountDto.of(applicants.account(who, body));
    }

    /** @param number on the card or the licence of who is here */
    record DraftsAskedFor(
            @Schema(description = "The account of who applies, as window-applicants answers it")
            UUID applicant,

            String item,

            @Schema(description = "The resident ID number, or the company's credit code")
            String number) {
        @Override
        public String toString() {
            return "DraftsAskedFor " + item;
        }
    }

    @Operation(
            operationId = "casesOpenDrafts",
            summary = "What somebody at a window began of an item online, the last saved first, by their number",
            description =
                    "Each look goes on their record, and only a draft that the same officer opened so that day is filed at"
                            + " the window. After five wrong numbers for an applicant that day no more are taken (409).")
    @PostMapping("/window-drafts")
    @Access(Role.OFFICER)
    @WithoutKey
    List<Draft> openDrafts(Visitor who, @RequestBody DraftsAskedFor body) {
        return drafts.opened(who, body.applicant(), body.item(), body.number());
    }

    @Operation(
            operationId = "casesOpenDraftFile",
            summary = "A file of a draft, for the officer who opened the draft that day",
            description = "It is read before the draft is filed; that goes on the applicant's record too.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/window-drafts/{draft}/files/{file}")
    @Access(Role.OFFICER)
    ResponseEntity<Resource> draftFile(
            Visitor who,
            @PathVariable UUID draft,
            @PathVariable UUID file,
            @RequestParam UUID applicant,
            @RequestParam String item) {
        return FileAnswer.saved(drafts.file(who, applicants.known(applicant), draft, item, file));
    }

    @Operation(operationId = "casesReceive", summary = "Take an application at a window from somebody who is there")
    @PostMapping("/window-cases")
    @Access(Role.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> receive(Visitor who, @RequestBody WindowFiling body) {
        return CasesApi.created(casework.receive(who, body));
    }

    @Operation(
            operationId = "casesTurnAway",
            summary =
                    "Tell somebody at a window in writing which authority is the right one (AL-32 (2), DENIAL-FILING)")
    @PostMapping("/window-cases/not-here")
    @Access(Role.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> turnAway(Visitor who, @RequestBody TurnedAway body) {
        return CasesApi.created(casework.turnAway(who, body));
    }

    /** @param code to be typed at {@code /set-password} within the days a link is good for */
    record ClaimCode(
            @Schema(
                    description = "To be typed at `/set-password`, once; it ends with the next code, and after 7 days "
                            + "unless the city says otherwise")
            String code) {
        @Override
        public String toString() {
            return "ClaimCode";
        }
    }

    @Operation(
            operationId = "casesClaimCode",
            summary = "A code for who applied at a window to set a password with, told once; the one before is dead")
    @PostMapping("/cases/{id}/claim-code")
    @Access(Role.OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    @WithoutKey
    ClaimCode claimCode(Visitor who, @PathVariable UUID id) {
        return new ClaimCode(claims.give(who, id).code());
    }
}
