package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** What kind of act a service item is, by the national code table; only a licence stands under the licensing law. */
public enum ItemType {
    LICENCE("01", "行政许可", "Administrative licence"),
    PAYMENT("05", "行政给付", "Payment or benefit"),
    CONFIRMATION("07", "行政确认", "Administrative confirmation"),
    REWARD("08", "行政奖励", "Administrative reward"),
    RULING("09", "行政裁决", "Administrative ruling"),
    OTHER_POWER("20", "其他行政权力", "Other administrative power"),
    PUBLIC_SERVICE("21", "公共服务", "Public service");

    private final String number;
    private final Text text;

    ItemType(String number, String zh, String en) {
        this.number = number;
        this.text = Text.of(zh, en);
    }

    /** Its number in the national code table. */
    public String number() {
        return number;
    }

    public Text text() {
        return text;
    }
}
