package org.yichuang.casework.web.applicant;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One line of the task list.
 *
 * @param href its page, null while it cannot be begun
 * @param note a little of what was answered, or how long it takes
 * @param minutes how long it takes, about
 */
public record Task(@Nullable String href, Text name, Text note, State state, Text words, int minutes) {

    /** How far it is; the name in lower case is the class of its mark. */
    public enum State {
        DONE,
        PART,
        TODO,
        /** Opens when the others are done. */
        WAIT;

        public String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean done() {
        return state == State.DONE;
    }
}
