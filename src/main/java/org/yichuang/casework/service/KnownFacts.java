package org.yichuang.casework.service;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Organisation;
import org.yichuang.identity.PersonalNumber;

/** What an account says already of who applies: it fills in the form, and an answer that differs is pointed out. */
@Component
public class KnownFacts {
    private final Catalogue catalogue;
    private final Accounts accounts;

    KnownFacts(Catalogue catalogue, Accounts accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    /**
     * Which answers are not what the applicant's account says, by key; none once it is decided. A telephone number of this
     * matter may be another; a number that stands here masked is not compared, and neither are the width and the case of
     * letters.
     *
     * @param answers as they are shown to who asks
     */
    List<String> differing(CaseFile file, Map<String, Object> answers) {
        if (file.ending().result() != null) {
            return List.of();
        }
        Account applicant = accounts.get(file.is().applicant());
        return catalogue
                .version(file.is().item(), file.is().itemVersion())
                .form()
                .asked(answers)
                .fields()
                .filter(field -> field.known() != null && field.known() != Field.Known.PHONE)
                .filter(field -> answers.get(field.key()) instanceof String said
                        && !said.contains("*")
                        && of(Objects.requireNonNull(field.known()), applicant)
                                .filter(known -> !plain(known).equals(plain(said)))
                                .isPresent())
                .map(Field::key)
                .toList();
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

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
