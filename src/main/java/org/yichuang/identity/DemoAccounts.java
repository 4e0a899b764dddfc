package org.yichuang.identity;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.store.DemoStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Text;

/** Makes the accounts of the demo city, all with one known password. A server that shows no demo refuses to. */
@Service
public class DemoAccounts {
    public static final String PASSWORD = "yichuang-demo";

    private final DemoStore store;
    private final Passwords passwords;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final DemoMark demo;

    DemoAccounts(DemoStore store, Passwords passwords, Journal journal, Ids ids, Clock clock, DemoMark demo) {
        this.store = store;
        this.passwords = passwords;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.demo = demo;
    }

    /** Makes them, on a database that has no accounts but the demo's; answers each one's id by login name. */
    @Transactional
    public Map<String, UUID> create(List<DemoAccount> wanted) {
        if (!demo.is() || store.anyReal()) {
            throw new IllegalStateException("Demo accounts are for a new database of a demo city only");
        }
        var accounts = wanted.stream().map(this::account).toList();
        store.insert(accounts, passwords.hash(PASSWORD), clock.instant());
        Map<String, UUID> made = new HashMap<>();
        Map<UUID, Text> captions = new LinkedHashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            DemoAccount one = wanted.get(i);
            UUID id = accounts.get(i).id();
            made.put(one.login(), id);
            if (one.caption() != null) {
                captions.put(id, one.caption());
            }
        }
        store.offer(captions);
        journal.appendAll(accounts.stream()
                .map(account -> new NewEntry(
                        IdentityKinds.CREATED,
                        account.subject(),
                        Actor.SYSTEM,
                        Map.of("kind", account.kind().name(), "demo", true)))
                .toList());
        return made;
    }

    /** The people and companies who apply, and those who run the system. */
    public static List<DemoAccount> people() {
        return DemoPeople.all();
    }

    /** Those that a newcomer may sign in as; none when the database is no demo. */
    public List<DemoOffer> offered() {
        return store.offers();
    }

    private Account account(DemoAccount one) {
        var number = one.number() == null ? null : PersonalNumber.of(one.number());
        boolean company = one.kind() == AccountKind.COMPANY;
        return new Account(
                ids.next(),
                one.kind(),
                one.login(),
                one.name(),
                one.phone(),
                company || number == null ? null : new Person(number),
                company && number != null ? new Organisation(number, one.legalRepresentative(), null) : null,
                one.kind() == AccountKind.OFFICER
                        ? one.roles()
                        : Set.of(one.kind().role()),
                true,
                null);
    }
}
