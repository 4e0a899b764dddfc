package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** Where a version of an item stands. Content changes only in a draft. */
public enum VersionState {
    DRAFT("草稿", "Draft"),
    /** The quality rules found no error. */
    CHECKED("已核验", "Checked"),
    /** In force; at most one version of an item. */
    PUBLISHED("已发布", "Published"),
    /** Was in force; cases that began with it end with it. */
    RETIRED("已废止", "Retired");

    private final Text text;

    VersionState(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** Not yet in force: one version of an item at most. */
    public boolean open() {
        return this == DRAFT || this == CHECKED;
    }
}
