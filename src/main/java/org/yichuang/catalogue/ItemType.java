package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/**
 * What kind of act a service item is, by the national code table (in their order 01, 05, 07, 08, 09, 20, 21); only a
 * licence stands under the licensing law.
 */
public enum ItemType {
    LICENCE("行政许可", "Administrative licence"),
    PAYMENT("行政给付", "Payment or benefit"),
    CONFIRMATION("行政确认", "Administrative confirmation"),
    REWARD("行政奖励", "Administrative reward"),
    RULING("行政裁决", "Administrative ruling"),
    OTHER_POWER("其他行政权力", "Other administrative power"),
    PUBLIC_SERVICE("公共服务", "Public service");

    private final Text text;

    ItemType(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
