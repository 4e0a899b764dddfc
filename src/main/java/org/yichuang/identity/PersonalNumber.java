package org.yichuang.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import org.yichuang.shared.Mask;
import org.yichuang.shared.PersonalNumbers;

/**
 * A resident id number or a unified social credit code. It prints masked, in logs, pages and JSON alike; only
 * {@link #inFull} gives it away.
 */
public final class PersonalNumber {
    private final String number;

    private PersonalNumber(String number) {
        this.number = number;
    }

    /** From a number that {@link PersonalNumbers} has checked. */
    public static PersonalNumber of(String number) {
        return new PersonalNumber(number);
    }

    /** The number itself: for the letter it must stand in, or the owner's own form. Never for a list or a log. */
    public String inFull() {
        return number;
    }

    @JsonValue
    public String masked() {
        return Mask.number(number);
    }

    @Override
    public String toString() {
        return masked();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalNumber that && that.number.equals(number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }
}
