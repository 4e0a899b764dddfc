package org.yichuang.casework.web.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Cases;
import org.yichuang.casework.WorkFilter;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.shared.web.Visitor;

/** Where what is typed to find a case leads. Somebody's number stands in no address, a mistyped one neither. */
@Component
class CaseFinder {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Cases cases;
    private final Accounts accounts;

    CaseFinder(Cases cases, Accounts accounts) {
        this.cases = cases;
        this.accounts = accounts;
    }

    /** The list by these words, or by whose number is in them. */
    String list(Visitor visitor, WorkAddress query) {
        return byNumber(visitor, query).orElseGet(() -> query.with("q", WorkFilter.words(query.q())));
    }

    /**
     * The list by the account whose number is in the words, an empty one where the visitor sees no case of theirs; closed
     * cases too, where no state is chosen. Empty: there is no number in them.
     */
    Optional<String> byNumber(Visitor visitor, WorkAddress query) {
        String words = WorkFilter.words(query.q());
        String number = WorkFilter.caseNumber(words) ? "" : accounts.numberIn(words);
        return number.isEmpty() ? Optional.empty() : Optional.of(query.ofApplicant(applicant(visitor, number)));
    }

    private UUID applicant(Visitor visitor, String number) {
        return Stream.of(AccountKind.RESIDENT, AccountKind.COMPANY)
                .flatMap(kind -> accounts.search(kind, number, null, 1).items().stream())
                .map(Account::id)
                .filter(account -> !cases.worklist(visitor, WorkAddress.anyOf(account))
                        .items()
                        .isEmpty())
                .findFirst()
                .orElse(NOBODY);
    }
}
