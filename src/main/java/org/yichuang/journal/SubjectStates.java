package org.yichuang.journal;

import org.yichuang.shared.Text;

/**
 * Where a module keeps the states of subjects whose entries say how they came about: the verifier goes through a
 * subject's entries and holds the state that is kept against the one they lead to.
 *
 * <p>Implement it as a component with no dependencies: the verifier's command makes it outside the running server.
 */
public interface SubjectStates {
    /**
     * A select of the columns {@code subject} (text), {@code subject_id} as in {@link SubjectHeads}, and {@code state}
     * (text). It is in the code, because who can change what is kept can change a view.
     */
    String select();

    /** Whether subjects of this type, which is what stands before their colon, are its own. */
    boolean of(String type);

    /** The state before the first entry. */
    String first();

    /** The state in which an entry of this kind leaves what was in that one. */
    String after(String state, String kind);

    /** What people call a state. */
    Text named(String state);
}
