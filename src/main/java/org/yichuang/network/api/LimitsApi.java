package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.network.limits.LimitQuestion;
import org.yichuang.network.limits.Limits;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.WithoutKey;

/** Computes and explains any limit, for anyone. */
@RestController
@RequestMapping("/api/v1/limits")
@Access(Role.ANYONE)
class LimitsApi {
    private final Limits limits;

    LimitsApi(Limits limits) {
        this.limits = limits;
    }

    @Operation(summary = "When a limit ends, and why: each day counted or skipped (AL-82)")
    @PostMapping("/compute")
    @WithoutKey(refused = false)
    LimitAnswer compute(@RequestBody LimitQuestion question) {
        return LimitAnswer.of(limits.compute(question));
    }
}
