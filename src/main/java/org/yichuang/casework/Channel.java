package org.yichuang.casework;

import org.yichuang.shared.Text;

/** How a case came in. */
public enum Channel {
    ONLINE("网上", "Online"),
    WINDOW("窗口", "At a window");

    private final Text text;

    Channel(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
