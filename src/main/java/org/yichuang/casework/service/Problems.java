package org.yichuang.casework.service;

import java.util.List;
import org.yichuang.casework.domain.Result;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** What the domain says no to, as a problem. */
final class Problems {
    private Problems() {}

    static Problem of(Result.No no) {
        return of(no, no.why());
    }

    static Problem of(Result.No no, Text why) {
        return new Problem(no.status(), no.slug(), why, List.of());
    }
}
