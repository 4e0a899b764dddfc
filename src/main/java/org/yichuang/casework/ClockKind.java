package org.yichuang.casework;

import org.yichuang.shared.Text;

/** The clocks of a case. */
public enum ClockKind {
    /** To answer an application (AL-32). */
    INTAKE("受理", "Acceptance"),
    /** What the city promises; the officer's clock. */
    PROMISE("承诺", "Promise"),
    /** What the law gives. */
    STATUTE("法定", "Statute"),
    /** From the decision to the delivery (AL-44). */
    DELIVERY("送达", "Delivery");

    private final Text text;

    ClockKind(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
