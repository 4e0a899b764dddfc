package org.yichuang.casework.web.desk;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.CaseRow;
import org.yichuang.shared.Text;

/**
 * A case of the work list.
 *
 * @param face null when no clock runs
 * @param received the window that took it, or that it came online
 * @param list the list that it stands in
 */
public record WorkRow(CaseRow row, @Nullable ClockFace face, Text received, FromList list) {
    /** A page of the case, opened from here. */
    public String to(String path) {
        return list.kept("/desk/cases/" + row.id() + path);
    }
}
