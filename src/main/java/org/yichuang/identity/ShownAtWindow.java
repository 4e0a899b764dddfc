package org.yichuang.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;
import org.yichuang.shared.web.Ui;

/** An account that a window finds by number and name: each look is on its record, and so is each name that was not its. */
@Component
class ShownAtWindow {
    /** Of an officer, for one account, a day. */
    static final int MISTAKES = 5;

    private static final Text LATER = Text.of(
            "今天您给这个号码输错的名称太多，请明天再试；申请人在场的，请另一位同事对照证件收件",
            "You entered too many wrong names for this number today: try again tomorrow. Where the applicant is here, let a"
                    + " colleague receive them by their card");

    private final AccountStore store;
    private final Journal journal;
    private final Clock clock;

    ShownAtWindow(AccountStore store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Shows an account to who gave its name, and keeps what they add to it. In a transaction, which has to be committed
     * also where the name was wrong. An officer is on its record once a day, or again with what changed.
     *
     * @param given what was typed at the window
     * @return empty where that is not its name
     * @throws TooMany when too many names were wrong today
     */
    Optional<Account> shown(Account known, Account given, Actor officer) {
        Account account = store.hold(known.id()).orElseThrow();
        if (noted(IdentityKinds.NAME_MISTAKEN, account, officer).count() >= MISTAKES) {
            throw new TooMany("too-many-names", LATER, Duration.between(clock.instant(), midnight(1)));
        }
        if (!account.name().equals(given.name())) {
            note(IdentityKinds.NAME_MISTAKEN, account, officer, Map.of());
            return Optional.empty();
        }
        List<String> changed = changed(account, given);
        if (!changed.isEmpty()) {
            store.seenAtWindow(account.id(), agent(given), given.phone());
            note(IdentityKinds.SHOWN, account, officer, Map.of("changed", changed));
        } else if (noted(IdentityKinds.SHOWN, account, officer).findAny().isEmpty()) {
            note(IdentityKinds.SHOWN, account, officer, Map.of());
        }
        return store.find(account.id());
    }

    /** Who came for a company is another each time; a telephone that is on record stays. */
    private static List<String> changed(Account account, Account given) {
        var changed = new ArrayList<String>();
        if (agent(given) != null && !Objects.equals(agent(given), agent(account))) {
            changed.add("agent");
        }
        if (account.phone() == null && given.phone() != null) {
            changed.add("phone");
        }
        return changed;
    }

    private static @Nullable String agent(Account account) {
        return account.organisation() == null ? null : account.organisation().agent();
    }

    private void note(String kind, Account account, Actor officer, Map<String, Object> said) {
        journal.append(new NewEntry(kind, account.subject(), officer, said));
    }

    private Stream<Entry> noted(String kind, Account account, Actor officer) {
        return journal.since(midnight(0), account.subject(), kind).stream()
                .filter(entry -> Objects.equals(officer.account(), entry.actor().account()));
    }

    private Instant midnight(int days) {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE)
                .plusDays(days)
                .atStartOfDay(Ui.ZONE)
                .toInstant();
    }
}
