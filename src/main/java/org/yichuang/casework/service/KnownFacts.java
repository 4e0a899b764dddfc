package org.yichuang.casework.service;

import java.util.Optional;
import org.yichuang.catalogue.Field;
import org.yichuang.identity.Account;
import org.yichuang.identity.Organisation;
import org.yichuang.identity.PersonalNumber;

/** What an account says already of who applies: it fills in the form, and an answer that differs is pointed out. */
public final class KnownFacts {
    private KnownFacts() {}

    /** Empty where the account does not say it. Numbers are in full. */
    public static Optional<String> of(Field.Known fact, Account account) {
        Organisation company = account.organisation();
        return switch (fact) {
            case NAME -> Optional.of(account.name()).filter(name -> company == null);
            case RESIDENT_ID ->
                Optional.ofNullable(account.person())
                        .map(person -> person.idNumber().inFull());
            case PHONE -> Optional.ofNullable(account.phone());
            case COMPANY_NAME -> Optional.of(account.name()).filter(name -> company != null);
            case USCC -> Optional.ofNullable(company).map(Organisation::uscc).map(PersonalNumber::inFull);
            case LEGAL_REPRESENTATIVE -> Optional.ofNullable(company).map(Organisation::legalRepresentative);
            case ADDRESS -> Optional.empty();
        };
    }
}
