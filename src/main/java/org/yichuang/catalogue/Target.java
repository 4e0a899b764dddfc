package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** What the city's policy asks of its promises (rule TARGETS). Each number is written down here alone. */
public enum Target {
    /** On average a promise is so much shorter than what the law gives. */
    PROMISED(50),
    /** On average it is done in so much less than was promised. */
    DONE(30),
    /** So many of the cases that are due by a date are decided by it. */
    ON_TIME(98);

    public static final String RULE = "TARGETS";
    public static final Text ARTICLE = LegalRule.PROMISE.article();

    private final int percent;

    Target(int percent) {
        this.percent = percent;
    }

    /** At least so many percent. */
    public int percent() {
        return percent;
    }
}
