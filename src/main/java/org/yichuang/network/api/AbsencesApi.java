package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.network.cover.Covering;
import org.yichuang.network.cover.SeenAway;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** An officer's absences, and those of who they work with; B of a post acts while A is away. */
@RestController
@RequestMapping(AbsencesApi.ADDRESS)
@Access(Role.OFFICER)
@Tag(name = "network", description = "Places, posts, officers, absences, authorisations")
class AbsencesApi {
    static final String ADDRESS = "/api/v1/network/absences";

    private final Covering covering;

    AbsencesApi(Covering covering) {
        this.covering = covering;
    }

    record NewAbsence(
            @Schema(description = "The first day, today or later")
            LocalDate from,

            @Schema(description = "The last day") LocalDate to,

            @Schema(
                    description =
                            "One line of at most 100 characters; oneself, the administrator and the auditor see it")
            String reason) {}

    record Back(
            @Schema(description = "Of the absence that was taken back")
            UUID id,

            @Schema(description = "The first day on which the officer holds their posts again")
            LocalDate from) {}

    @GetMapping
    @Operation(summary = "Own and colleagues' absences that last until a day (today) or later")
    Page<SeenAway> list(
            Visitor visitor,
            @Parameter(description = "Those that last until this day or later; left out: today")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        LocalDate asked = Asked.day("from", from);
        LocalDate day = asked == null ? covering.today() : asked;
        return Slice.of("absences", covering.seen(visitor, day).stream(), SeenAway::place, after, size);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report that one is away; refused (409) where A and B of a post would both be")
    ResponseEntity<SeenAway> report(Visitor visitor, @RequestBody NewAbsence body) {
        SeenAway away = covering.report(visitor, body.from(), body.to(), body.reason());
        return ResponseEntity.created(URI.create(ADDRESS + "/" + away.id())).body(away);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take back one's absence: what has begun ends yesterday, what has not is struck out")
    Back cancel(Visitor visitor, @PathVariable UUID id) {
        return new Back(id, covering.cancel(visitor, id));
    }
}
