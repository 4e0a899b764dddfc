package org.yichuang.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's look at every "no" that left a window (DENIAL-FILING). For supervisors. */
public interface Denials {
    /** @param reviewed false: those that wait, the longest waiting first; true: the last reviewed first */
    Page<DenialRow> list(Visitor who, boolean reviewed, @Nullable String after);

    /** Once only. {@link DenialRow.Judgement#REVERSED} opens the case again. */
    DenialRow review(Visitor who, UUID denial, DenialRow.Judgement judgement, String remark);
}
