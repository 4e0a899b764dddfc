package org.yichuang.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What is known of a natural person beyond the name. */
public record Person(PersonalNumber idNumber) {
    private static final int OF_AGE = 18;

    /** Not of age that day (Civil Code, article 17), by the date of birth in the number. */
    public boolean minor(LocalDate day) {
        String birth = idNumber.inFull().substring(6, 14);
        return LocalDate.parse(birth, DateTimeFormatter.BASIC_ISO_DATE)
                .plusYears(OF_AGE)
                .isAfter(day);
    }
}
