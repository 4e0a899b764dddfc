package org.yichuang.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What is known of a natural person beyond the name. */
public record Person(PersonalNumber idNumber) {

    /** The date of birth, as the resident id number says it. */
    public LocalDate birthDate() {
        return LocalDate.parse(idNumber.inFull().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
