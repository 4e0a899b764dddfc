package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's review of denial filings. */
@RestController
@RequestMapping("/api/v1/denials")
@Access(Role.SUPERVISOR)
class DenialsApi {
    private final Denials denials;

    DenialsApi(Denials denials) {
        this.denials = denials;
    }

    record ReviewBody(
            @Schema(description = "What the supervising unit says to it")
            Judgement judgement,

            @Schema(description = "Why; with QUESTIONED what the unit is asked")
            String remark) {}

    record AnswerBody(
            @Schema(description = "What the unit answers, at most 2,000 characters")
            String answer) {}

    @Operation(summary = "Denials neither upheld nor reversed yet, or those that were, page by page")
    @GetMapping
    Page<DenialRow> list(
            Visitor who,
            @Parameter(description = "true: those upheld or reversed; false: the others")
                    @RequestParam(defaultValue = "false")
                    boolean reviewed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return denials.list(who, reviewed, after, Page.size(size));
    }

    @Operation(
            summary = "What supervising units ask my units, not answered yet, the longest waiting first, page by page")
    @GetMapping("/questions")
    @Access(Role.OFFICER)
    Page<DenialRow> questions(
            Visitor who,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return denials.questions(who, after, Page.size(size));
    }

    @Operation(summary = "Answer the supervising unit's question")
    @PostMapping("/{id}/answer")
    @Access(Role.OFFICER)
    DenialRow answer(Visitor who, @PathVariable UUID id, @RequestBody AnswerBody body) {
        return denials.answer(who, id, body.answer());
    }

    @Operation(
            summary = "Uphold, question or reverse a denial (DENIAL-FILING)",
            description = "By another than who filed it.")
    @PostMapping("/{id}/review")
    DenialRow review(Visitor who, @PathVariable UUID id, @RequestBody ReviewBody body) {
        return denials.review(who, id, body.judgement(), body.remark());
    }
}
