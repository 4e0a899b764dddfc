package org.yichuang.documents.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.documents.Granted;
import org.yichuang.documents.Letters;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** Licences granted, for programs. */
@RestController
@RequestMapping("/api/v1/grants")
@Access(Role.ANYONE)
class GrantsApi {
    private final Letters letters;

    GrantsApi(Letters letters) {
        this.letters = letters;
    }

    /**
     * Newest first. {@code holder} is how a company's name begins; {@code from} and {@code to} are days. Of a person stands
     * the family name only, and nobody can look for it.
     */
    @Operation(summary = "Licences granted, which are public, page by page")
    @GetMapping
    Page<Granted> list(
            @Parameter(description = "How a company's name begins; a person nobody can look for")
                    @RequestParam(defaultValue = "")
                    String holder,
            @Parameter(description = "The first day of granting, such as 2026-10-09") @RequestParam(defaultValue = "")
                    String from,
            @Parameter(description = "The last day") @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return letters.granted(holder, DayRange.read(from, to), after, Page.size(size));
    }
}
