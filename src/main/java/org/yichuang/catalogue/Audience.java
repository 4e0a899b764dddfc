package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** Whom an item is for; decides which accounts may apply and under which half of the portal it stands. */
public enum Audience {
    RESIDENT("个人", "People"),
    COMPANY("企业和其他组织", "Companies and organisations");

    private final Text text;

    Audience(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
