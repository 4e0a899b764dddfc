package org.yichuang.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Guess;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;
import org.yichuang.shared.web.Ui;

/** Opens accounts: of who registers, of who works for the city, of who stands at a window. */
@Service
public class NewAccounts {
    private final AccountStore store;
    private final Passwords passwords;
    private final ShownAtWindow shown;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NewAccounts(
            AccountStore store,
            Passwords passwords,
            ShownAtWindow shown,
            Journal journal,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.passwords = passwords;
        this.shown = shown;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A resident who registers online. */
    public Account registerResident(NewResident who) {
        return registerResident(who, who.password());
    }

    /** @param again the password as it was typed a second time; whatever is wrong is told with it */
    public Account registerResident(NewResident who, String again) {
        String password = who.password();
        var form = new Form();
        String number = form.residentId("idNumber", who.idNumber(), today());
        String name = form.name("name", who.name(), Text.of("请填写姓名", "Enter the name"));
        String phone = form.phone("phone", who.phone(), true);
        String login = form.login("login", who.login(), false);
        form.wrong("password", Passwords.wrong(password, number, login, phone, name));
        form.wrong("again", Passwords.differ(password, again));
        form.done();
        store.resident(number).ifPresent(known -> {
            throw taken("idNumber", known);
        });
        return registered(
                account(AccountKind.RESIDENT, login, name, phone, person(number), null), passwords.hash(password));
    }

    /** A company that registers online. */
    public Account registerCompany(NewCompany who) {
        return registerCompany(who, who.password());
    }

    /** @param again the password as it was typed a second time; whatever is wrong is told with it */
    public Account registerCompany(NewCompany who, String again) {
        String password = who.password();
        var form = new Form();
        String code = form.uscc("uscc", who.uscc());
        String name = form.name("name", who.name(), Text.of("请填写企业名称", "Enter the company's name"));
        String head = form.legalRepresentative(who.legalRepresentative());
        String phone = form.phone("phone", who.phone(), true);
        String login = form.login("login", who.login(), false);
        form.wrong("password", Passwords.wrong(password, code, login, phone, name));
        form.wrong("again", Passwords.differ(password, again));
        form.done();
        store.company(code).ifPresent(known -> {
            throw taken("uscc", known);
        });
        var organisation = new Organisation(PersonalNumber.of(code), head, null);
        return registered(
                account(AccountKind.COMPANY, login, name, phone, null, organisation), passwords.hash(password));
    }

    /** Somebody who will work for the city; {@link Accounts#passwordLink} lets them choose a password. */
    @Transactional
    public Account createOfficer(NewOfficer who, Actor by) {
        var form = new Form();
        String name = form.name("name", who.name(), Text.of("请填写姓名", "Enter the name"));
        String login = form.login("login", who.login(), true);
        String phone = form.phone("phone", who.phone(), false);
        String number = who.idNumber() == null || who.idNumber().isBlank()
                ? null
                : form.residentId("idNumber", who.idNumber(), today());
        form.wrong(
                "roles",
                who.roles().isEmpty() ? Text.of("请至少选一个角色", "Choose at least one role") : Roles.wrong(who.roles()));
        if (number == null && Roles.needNumber(who.roles())) {
            form.wrong("idNumber", Roles.NUMBER_NEEDED);
        }
        form.done();
        var person = number == null ? null : person(number);
        return created(
                new Account(
                        ids.next(), AccountKind.OFFICER, login, name, phone, person, null, who.roles(), false, null),
                by);
    }

    /** Another program that will use the API by token. */
    @Transactional
    public Account createSystem(String login, String name, Actor by) {
        var form = new Form();
        String called = form.line("name", name, Text.of("请填写系统名称", "Enter the system's name"));
        String checked = form.login("login", login, true);
        form.done();
        return created(account(AccountKind.SYSTEM, checked, called, null, null, null), by);
    }

    /**
     * The account of somebody who stands at a window: the one they have, or a new one without a password, theirs to claim
     * with {@link Accounts#passwordLink}. A name that differs from the one on record is a problem, not a change, and is
     * counted: no transaction may be around this that would take it back.
     *
     * @throws TooMany when the officer gave too many wrong names for this number today
     */
    public Account applicantAtWindow(AtWindow who, Actor officer) {
        Account wanted = atWindow(who);
        return Objects.requireNonNull(transaction.execute(status -> madeOrShown(wanted, officer)))
                .orElseThrow(() -> Problem.invalid(
                        "name",
                        "这个号码登记的是另一个名称，请对照证件核对；登记错了或者改过名的，请安全管理员更正",
                        "This number is on record under another name: compare with the card. A name that was typed wrong or"
                                + " has changed is corrected by the security administrator"));
    }

    private Optional<Account> madeOrShown(Account wanted, Actor officer) {
        Optional<Account> known = known(wanted);
        if (known.isEmpty() && store.insert(wanted, clock.instant())) {
            recordCreated(wanted, officer);
            return Optional.of(wanted);
        }
        return shown.shown(known.or(() -> known(wanted)).orElseThrow(), wanted, officer);
    }

    private Account atWindow(AtWindow who) {
        var form = new Form();
        boolean company = who.kind() == AccountKind.COMPANY;
        if (!company && who.kind() != AccountKind.RESIDENT) {
            form.wrong("kind", Text.of("申请人是个人或企业", "An applicant is a resident or a company"));
        }
        String number = company ? form.uscc("number", who.number()) : form.residentId("number", who.number(), today());
        String name = form.name("name", who.name(), Text.of("请填写名称", "Enter the name"));
        String phone = form.phone("phone", who.phone(), false);
        String agent = company ? form.name("agent", who.agent(), Text.of("请填写经办人", "Enter who acts for it")) : null;
        form.done();
        return company
                ? account(who.kind(), null, name, phone, null, new Organisation(PersonalNumber.of(number), null, agent))
                : account(who.kind(), null, name, phone, person(number), null);
    }

    private Optional<Account> known(Account wanted) {
        if (wanted.organisation() != null) {
            return store.company(wanted.organisation().uscc().inFull());
        }
        return wanted.person() == null
                ? Optional.empty()
                : store.resident(wanted.person().idNumber().inFull());
    }

    /** @param hash made before the transaction, which holds a connection, and hashing takes its time and its turn */
    private Account registered(Account account, String hash) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Account made = created(account, Actor.of(account.id()));
            store.password(made.id(), hash);
            return store.find(made.id()).orElseThrow();
        }));
    }

    private Account created(Account account, Actor by) {
        if (!store.insert(account, clock.instant())) {
            boolean login = account.login() != null
                    && !store.byLogins(List.of(account.login())).isEmpty();
            throw new Guess(
                    login
                            ? Problem.invalid("login", "这个登录名已经有人用了", "This login name is taken")
                            : Problem.invalid(
                                    account.organisation() == null ? "idNumber" : "uscc",
                                    "这个号码已经有账号",
                                    "There is an account with this number"));
        }
        recordCreated(account, by);
        return account;
    }

    private void recordCreated(Account account, Actor by) {
        var roles = account.roles().stream().sorted().map(Enum::name).toList();
        journal.append(new NewEntry(
                IdentityKinds.CREATED,
                account.subject(),
                by,
                Map.of("kind", account.kind().name(), "roles", roles)));
    }

    private Account account(
            AccountKind kind,
            @Nullable String login,
            String name,
            @Nullable String phone,
            @Nullable Person person,
            @Nullable Organisation organisation) {
        return new Account(
                ids.next(), kind, login, name, phone, person, organisation, Set.of(kind.role()), false, null);
    }

    private static Person person(String number) {
        return new Person(PersonalNumber.of(number));
    }

    private static Guess taken(String field, Account known) {
        return new Guess(
                known.claimed()
                        ? Problem.invalid(field, "这个号码已经注册，请直接登录", "This number is registered: please sign in")
                        : Problem.invalid(
                                field,
                                "这个号码已在窗口登记过，请凭窗口给的开通码设置密码，或到任一窗口领取",
                                "A window knows this number: use the code it gave you, or ask any window for one"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }
}
