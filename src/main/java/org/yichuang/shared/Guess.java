package org.yichuang.shared;

/** A problem from which somebody who only guesses learns something: where strangers may ask, such answers are counted. */
public final class Guess extends Problem {
    private static final long serialVersionUID = 1L;

    public Guess(Problem problem) {
        super(problem.status(), problem.slug(), problem.detail(), problem.errors());
    }
}
