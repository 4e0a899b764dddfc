package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yichuang.calendar.Explained;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.State;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.service.CaseFiles;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.Letters;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Attempts;
import org.yichuang.network.Act;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Cases: file, list, look. What can be done with one is {@link ActsApi}, and a window's own {@link WindowApi}. */
@RestController
@RequestMapping("/api/v1")
class CasesApi {
    private final Casework casework;
    private final Cases cases;
    private final Letters letters;
    private final CaseFiles files;
    private final Attempts attempts;
    private final Network network;
    private final Catalogue catalogue;
    private final Accounts accounts;

    CasesApi(
            Casework casework,
            Cases cases,
            Letters letters,
            CaseFiles files,
            Attempts attempts,
            Network network,
            Catalogue catalogue,
            Accounts accounts) {
        this.casework = casework;
        this.cases = cases;
        this.letters = letters;
        this.files = files;
        this.attempts = attempts;
        this.network = network;
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    @Operation(
            summary = "Apply in one call; the receipt comes back",
            description =
                    "The fields of the form and the materials are those of `GET /api/v1/items/{code}`; files are uploaded"
                            + " before (`POST /api/v1/files`). A material that is `held` or `filled` is not handed in.")
    @PostMapping("/cases")
    @Access({Role.RESIDENT, Role.COMPANY})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> file(Visitor who, @RequestBody NewCase body) {
        return created(casework.file(who, body));
    }

    static ResponseEntity<Receipt> created(Receipt receipt) {
        return ResponseEntity.created(URI.create("/api/v1/cases/" + receipt.caseId()))
                .body(receipt);
    }

    @Operation(summary = "My cases, the latest first, page by page")
    @GetMapping("/cases")
    @Access({Role.RESIDENT, Role.COMPANY})
    Page<CaseRow> mine(
            Visitor who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return cases.mine(who, after, Page.size(size));
    }

    @Operation(
            summary =
                    "The cases of my units and centres, the next due first, filtered, page by page; supervisors and auditors"
                            + " see all")
    @GetMapping("/worklist")
    @Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    Page<CaseRow> worklist(
            Visitor who,
            @Parameter(description = "Left out: all that are open") @RequestParam(required = false) @Nullable
                    List<State> state,
            @Parameter(description = "A key of the register's acts, or `applicant`")
                    @RequestParam(required = false)
                    @Nullable
                    String act,
            @Parameter(description = "When something is due; left out: whenever") @RequestParam(required = false)
                    WorkFilter.@Nullable Bucket due,
            @Parameter(description = "Only where it is my turn") @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String item,
            @Parameter(
                            description =
                                    "A case number or its beginning, or part of the applicant's, agent's or item's"
                                            + " name; somebody's own number is refused, it stands in no address")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        if (state != null && state.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("state", "没有这个状态", "There is no such state");
        }
        Problem.ifUnknown(
                "act", act, key -> key.equals("applicant") || Act.of(key).isPresent());
        Problem.ifUnknown("unit", unit, code -> network.unit(code).isPresent());
        Problem.ifUnknown("item", item, code -> !catalogue.versions(code).isEmpty());
        Set<State> states = state == null ? Set.of() : Set.copyOf(state);
        return cases.worklist(
                who, new WorkFilter(states, act, due, mine, unit, item, null, words(q), after, Page.size(size)));
    }

    private @Nullable String words(@Nullable String q) {
        String words = q == null ? "" : WorkFilter.words(q);
        if (!WorkFilter.caseNumber(words) && !accounts.numberIn(words).isEmpty()) {
            throw Problem.invalid(
                    "q",
                    "证件号、电话不写进地址：按姓名或办件号查",
                    "Somebody's number stands in no address: ask by a name or a case number");
        }
        return q == null ? null : words;
    }

    @Operation(summary = "One case as I may see it")
    @GetMapping("/cases/{id}")
    @Access(Role.SIGNED_IN)
    CaseView view(Visitor who, @PathVariable UUID id) {
        return cases.view(who, id);
    }

    @Operation(summary = "What happened to a case, the oldest first")
    @GetMapping("/cases/{id}/timeline")
    @Access(Role.SIGNED_IN)
    List<TimelineEntry> timeline(Visitor who, @PathVariable UUID id) {
        return cases.timeline(who, id);
    }

    @Operation(
            summary = "Who can go along as the second officer of a step today (AL-34)",
            description =
                    "Officers of the case's unit who are authorised for the step and not away, apart from who asks;"
                            + " their `account` is what finishing the step takes as `companion`.")
    @GetMapping("/cases/{id}/steps/{step}/companions")
    @Access(Role.OFFICER)
    List<Officer> companions(Visitor who, @PathVariable UUID id, @PathVariable String step) {
        return cases.companions(who, id, step);
    }

    @Operation(
            summary = "Why a case is due when it is: each day counted or skipped",
            description =
                    "For the clock that is asked for: intake, promise, statute or delivery; else for the one that the"
                            + " case goes by (`leading`). A case has a clock from when it begins to run (404).")
    @GetMapping("/cases/{id}/explanation")
    @Access(Role.SIGNED_IN)
    Explained explanation(
            Visitor who,
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"intake", "promise", "statute", "delivery"}))
                    @RequestParam(required = false)
                    @Nullable
                    String clock) {
        return cases.explain(who, id, kind(clock));
    }

    @Operation(summary = "The letters of a case")
    @GetMapping("/cases/{id}/letters")
    @Access(Role.SIGNED_IN)
    List<Letters.Issued> letters(Visitor who, @PathVariable UUID id) {
        return letters.ofCase(cases.view(who, id).id());
    }

    @Operation(summary = "A file that was handed in to a case")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/cases/{id}/files/{file}")
    @Access(Role.SIGNED_IN)
    ResponseEntity<Resource> material(Visitor who, @PathVariable UUID id, @PathVariable UUID file) {
        return FileAnswer.saved(files.read(who, id, file));
    }

    @Operation(summary = "How a case stands, for anybody who has its query code; names are masked")
    @GetMapping("/track/{queryCode}")
    @Access(Role.ANYONE)
    @Limited("Too many wrong query codes came from this address")
    Tracked track(@PathVariable String queryCode, HttpServletRequest request) {
        return attempts.lookingUp(request.getRemoteAddr(), () -> cases.track(queryCode));
    }

    @Operation(
            summary =
                    "Why a case is due when it is, for anybody who has its query code; who approved a pause is not named")
    @GetMapping("/track/{queryCode}/explanation")
    @Access(Role.ANYONE)
    @Limited("Too many wrong query codes came from this address")
    Explained explainTracked(
            @PathVariable String queryCode,
            @Parameter(schema = @Schema(allowableValues = {"intake", "promise", "statute", "delivery"}))
                    @RequestParam(required = false)
                    @Nullable
                    String clock,
            HttpServletRequest request) {
        ClockKind kind = kind(clock);
        return attempts.lookingUp(request.getRemoteAddr(), () -> cases.explainTracked(queryCode, kind));
    }

    private static @Nullable ClockKind kind(@Nullable String clock) {
        try {
            return clock == null ? null : ClockKind.valueOf(clock.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "clock",
                    "时限是 intake、promise、statute 或 delivery",
                    "A clock is intake, promise, statute or delivery");
        }
    }
}
