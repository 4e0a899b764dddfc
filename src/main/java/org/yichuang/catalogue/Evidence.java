package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** How well an element of an item is evidenced. */
public enum Evidence {
    LAW("法律原文", "Read in the law"),
    GUIDE("公开的办事指南", "Read in a published guide"),
    MIXED("部分见于法律原文或办事指南", "Partly read in the law or a guide"),
    /** Common knowledge that nobody has checked against a source; pages say so. */
    UNVERIFIED("待核对", "To be verified");

    private final Text text;

    Evidence(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
