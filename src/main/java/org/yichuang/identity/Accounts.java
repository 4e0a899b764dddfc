package org.yichuang.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Days;
import org.yichuang.shared.Page;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Accounts of residents, companies, officers and systems: find, correct, disable. {@link NewAccounts} opens them. */
@Service
public class Accounts {
    /** Characters of what an account is looked for by. */
    public static final int LONGEST = 200;

    private final AccountStore store;
    private final PasswordLinks links;
    private final Sessions sessions;
    private final SecondPerson second;
    private final Journal journal;
    private final Clock clock;

    Accounts(
            AccountStore store,
            PasswordLinks links,
            Sessions sessions,
            SecondPerson second,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.sessions = sessions;
        this.second = second;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<Account> find(UUID id) {
        return store.find(id);
    }

    /** The account, or a 404 problem. */
    public Account get(UUID id) {
        return find(id).orElseThrow(Accounts::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("没有这个账号", "There is no such account");
    }

    /** Many at once, for a list; ids that nobody has are left out. */
    public Map<UUID, Account> all(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.all(ids);
    }

    /** By login name, as typed. */
    public Optional<Account> byLogin(String login) {
        return Optional.ofNullable(byLogins(List.of(login)).get(login));
    }

    /** Many at once by login name, each under what was typed for it; names that nobody has are left out. */
    public Map<String, Account> byLogins(Collection<String> typed) {
        Map<String, Account> named = typed.isEmpty()
                ? Map.of()
                : store.byLogins(typed.stream().map(Accounts::login).distinct().toList());
        Map<String, Account> found = new HashMap<>();
        for (String one : typed) {
            Account account = named.get(login(one));
            if (account != null) {
                found.put(one, account);
            }
        }
        return found;
    }

    private static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Accounts of a kind (null: all) whose name begins so, or whose login name or number it is; by name. */
    public Page<Account> search(@Nullable AccountKind kind, String query, @Nullable String after, int size) {
        String words = query.replaceAll("\\p{Cntrl}", "").strip();
        var rows = store.search(kind, words, AccountStore.Position.from(Page.decode(after)), size + 1);
        return Page.of(rows, size, last -> last.id() + last.name());
    }

    /**
     * Somebody's number in what was typed to find an account, which stands in no address; empty: there is none. What
     * stands behind {@link #LONGEST} characters is not looked at.
     */
    public String numberIn(String typed) {
        String words = typed.substring(0, Math.min(typed.length(), LONGEST));
        return PersonalNumbers.in(words, LocalDate.ofInstant(clock.instant(), Days.ZONE));
    }

    /** The accounts of the number in what was typed: one person may have two, as a resident and as an officer. */
    public List<Account> numbered(@Nullable AccountKind kind, String typed) {
        return Stream.of(typed, numberIn(typed))
                .map(one -> search(kind, one, null, 2).items())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** A one-time right to set the password of an account that has none yet, nor gets one while this is written. */
    @Transactional
    public PasswordLink passwordLink(UUID id, Actor by) {
        Account account = store.hold(id).orElseThrow(Accounts::unknown);
        if (account.claimed()) {
            throw Problem.conflict("claimed", "这个账号已经有密码", "This account has a password already");
        }
        return links.issue(account, by);
    }

    /**
     * Corrects the name that a number is on record under: it was typed wrong, or the card has another one now. Cases and
     * letters that exist keep the name they were made under.
     *
     * @param reason what was seen, for the record
     */
    @Transactional
    public Account rename(UUID id, String name, String reason, Actor by) {
        Account account = get(id);
        var form = new Form();
        String wanted = form.name("name", name, Text.of("请填写名称", "Enter the name"));
        String seen = form.line("reason", reason, Text.of("请写明凭什么证件更正", "Say by which document it is corrected"));
        form.done();
        if (id.equals(by.account())) {
            throw Problem.conflict("own-account", "不能更正自己的名称", "You cannot correct your own name");
        }
        if (wanted.equals(account.name())) {
            return account;
        }
        if (!store.renamed(id, account.name(), wanted)) {
            throw Problem.conflict(
                    "stale-version", "这个名称刚刚被别人更正过，请刷新后再看", "Somebody else has just corrected this name. Reload it");
        }
        journal.append(new NewEntry(
                IdentityKinds.RENAMED,
                account.subject(),
                by,
                Map.of("from", account.name(), "to", wanted, "reason", seen)));
        return get(id);
    }

    /**
     * The owner's phone number, and of a company its legal representative: forms are filled in with them. The record keeps
     * that they changed, not what they are. Cases that exist keep what they were filed with.
     *
     * @param phone an applicant's has to be there; null: an officer has none
     * @param legalRepresentative null for who is no company
     */
    @Transactional
    public Account contact(UUID id, @Nullable String phone, @Nullable String legalRepresentative) {
        Account account = get(id);
        if (account.kind() == AccountKind.SYSTEM) {
            throw Problem.conflict("no-contact", "系统没有联系方式", "A system has no contact details");
        }
        Organisation company = account.organisation();
        var form = new Form();
        String dialled = form.phone("phone", phone, account.applies());
        String head = null;
        if (company != null) {
            head = form.legalRepresentative(legalRepresentative);
        } else if (legalRepresentative != null) {
            form.wrong("legalRepresentative", Text.of("只有企业有法定代表人", "Only a company has a legal representative"));
        }
        form.done();
        var changed = new ArrayList<String>();
        if (!Objects.equals(dialled, account.phone())) {
            changed.add("phone");
        }
        if (company != null && !Objects.equals(head, company.legalRepresentative())) {
            changed.add("legalRepresentative");
        }
        if (changed.isEmpty()) {
            return account;
        }
        store.contact(id, dialled, head);
        journal.append(new NewEntry(
                IdentityKinds.CONTACT_CHANGED, account.subject(), Actor.of(id), Map.of("changed", changed)));
        return get(id);
    }

    /** Nobody signs in with it from the next request on; what it did stays. */
    @Transactional
    public void disable(UUID id, Actor by) {
        Account account = get(id);
        if (id.equals(by.account())) {
            throw Problem.conflict("own-account", "不能停用自己的账号", "You cannot disable your own account");
        }
        second.stays(account);
        if (store.disabled(id, clock.instant())) {
            sessions.revokeAll(id, null, by);
            journal.append(new NewEntry(IdentityKinds.DISABLED, account.subject(), by, Map.of()));
        }
    }

    @Transactional
    public void enable(UUID id, Actor by) {
        Account account = get(id);
        if (store.disabled(id, null)) {
            journal.append(new NewEntry(IdentityKinds.ENABLED, account.subject(), by, Map.of()));
        }
    }
}
