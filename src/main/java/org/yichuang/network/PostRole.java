package org.yichuang.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.shared.Text;

/**
 * What a post is for. What it may do is in the authorisation register; the role only says who a step looks for, and that
 * nobody but the head of an authority, a post of supervision, extends a limit (AL-42).
 */
public enum PostRole {
    INTAKE("收件岗", "Intake"),
    REVIEW("审查岗", "Review"),
    SURVEY("核查岗", "Survey"),
    EXPERT("专家评审岗", "Expert review"),
    DECIDE("决定岗", "Decision"),
    ISSUE("制证送达岗", "Issue and delivery"),
    SUPERVISE("监督岗", "Supervision");

    private final Text text;

    PostRole(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** As a procedure's step and the database write it: {@code review}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PostRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
