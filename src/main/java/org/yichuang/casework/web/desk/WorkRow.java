package org.yichuang.casework.web.desk;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.CaseRow;

/** A case of the work list, with its clock if one runs. */
public record WorkRow(CaseRow row, @Nullable ClockFace face) {}
