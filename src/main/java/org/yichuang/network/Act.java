package org.yichuang.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.shared.Text;

/** What a post can be authorised to do with a case of an item (rule AUTHORISED). */
public enum Act {
    ACCEPT("收件受理", "Receive and accept"),
    REVIEW("审查", "Review"),
    SURVEY("现场核查", "Site survey"),
    EXPERT("专家评审", "Expert review"),
    DECIDE("决定", "Decide"),
    ISSUE("制证", "Issue"),
    DELIVER("送达", "Deliver"),
    ON_THE_SPOT("即办", "On the spot"),
    EXTEND("批准延期", "Extend"),
    PAUSE("批准中止计时", "Pause"),
    SUPERVISE("监督", "Supervise");

    private final Text text;

    Act(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** As a procedure's step and the database write it: {@code on-the-spot}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Act> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }
}
