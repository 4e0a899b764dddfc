package org.yichuang.casework;

import org.yichuang.shared.Text;

/** What a step found. The decision is the decider's, whatever it was. */
public enum Verdict {
    PASS("符合", "In order"),
    FAIL("不符合", "Not in order");

    private final Text text;

    Verdict(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
