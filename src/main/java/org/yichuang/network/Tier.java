package org.yichuang.network;

import org.yichuang.shared.Text;

/** The four tiers of the city's network (P 3, 4). */
public enum Tier {
    CITY("市", "City"),
    DISTRICT("区、县（市）", "District"),
    STREET("街道（乡镇）", "Street or town"),
    VILLAGE("社区（村）", "Community or village");

    private final Text text;

    Tier(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
