package org.yichuang.casework.web.desk;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;
import org.yichuang.casework.Cases;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter;
import org.yichuang.shared.web.Visitor;

/** What waits, counted once a request: the desk's first page and the side bar beside it mostly ask for the same. */
@Component
@RequestScope
class WaitingCounts {
    private final Cases cases;
    private final Map<Asked, WorkCounts> counted = new HashMap<>();

    WaitingCounts(Cases cases) {
        this.cases = cases;
    }

    private record Asked(Visitor who, WorkFilter filter) {}

    /** As {@link Cases#counts}. */
    public WorkCounts of(Visitor who, WorkFilter filter) {
        return counted.computeIfAbsent(new Asked(who, filter), asked -> cases.counts(who, filter));
    }
}
