package org.yichuang.casework.service;

import java.util.List;
import org.yichuang.casework.domain.Result;
import org.yichuang.shared.Problem;

/** What the domain says no to, as a problem. */
final class Problems {
    private Problems() {}

    static Problem of(Result.No no) {
        return new Problem(no.status(), no.slug(), no.why(), List.of());
    }
}
