package org.yichuang.casework.web.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.shared.Text;

/** A column of the work list that one can leave out; clock and applicant always stand. */
public enum WorkColumn {
    NUMBER("办件号", "Number"),
    STATE("状态", "State"),
    STEP("现在这步", "Step now"),
    WAITS("等谁", "Waits for"),
    DUE("到期", "Due"),
    RECEIVED("收件", "Received");

    private final Text text;

    WorkColumn(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the cookie keeps them: keys with dots between; all when there is none. */
    static Set<WorkColumn> read(String kept) {
        Set<String> keys = Arrays.stream(kept.split("\\.")).collect(Collectors.toUnmodifiableSet());
        return kept.isEmpty()
                ? EnumSet.allOf(WorkColumn.class)
                : Arrays.stream(values())
                        .filter(column -> keys.contains(column.key()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WorkColumn.class)));
    }
}
