package org.yichuang.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.web.Role;

/** Makes people for tests: each with their own name and valid number, and {@link #PASSWORD}. */
public class People {
    public static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final Roles roles;

    public People(ApplicationContext context) {
        this.accounts = context.getBean(Accounts.class);
        this.newAccounts = context.getBean(NewAccounts.class);
        this.store = context.getBean(AccountStore.class);
        this.passwords = context.getBean(Passwords.class);
        this.roles = context.getBean(Roles.class);
    }

    public Account resident() {
        int n = NEXT.incrementAndGet();
        return newAccounts.registerResident(
                new NewResident(number(n), "测试人" + n, "13900001234", "resident-" + n, PASSWORD));
    }

    public Account company() {
        int n = NEXT.incrementAndGet();
        return newAccounts.registerCompany(
                new NewCompany(code(n), "测试企业" + n, "测试法人", "13900001234", "company-" + n, PASSWORD));
    }

    /** With a password, as the set-up makes them: it waits for no second person. Without a role it had one before. */
    public Account officer(Role... roles) {
        int n = NEXT.incrementAndGet();
        Set<Role> first = roles.length == 0 ? Set.of(Role.OFFICER) : Set.of(roles);
        Account account = newAccounts.createOfficer(
                new NewOfficer("officer-" + n, "测试员" + n, null, number(n), first), Actor.SYSTEM);
        if (roles.length == 0) {
            this.roles.revoke(account.id(), Role.OFFICER, Actor.SYSTEM);
        }
        store.password(account.id(), passwords.hash(PASSWORD));
        return accounts.get(account.id());
    }

    public Account system() {
        int n = NEXT.incrementAndGet();
        return newAccounts.createSystem("system-" + n, "测试系统" + n, Actor.SYSTEM);
    }

    /** What a resident who registers types into the form: names and values in turn. */
    public static String[] registration(String number, String name, String password) {
        return new String[] {
            "kind",
            "resident",
            "idNumber",
            number,
            "name",
            name,
            "phone",
            "13900001234",
            "password",
            password,
            "again",
            password
        };
    }

    /** A resident id number that nobody in this run has. */
    public static String number() {
        return number(NEXT.incrementAndGet());
    }

    public static String code() {
        return code(NEXT.incrementAndGet());
    }

    private static String number(int n) {
        String birth = LocalDate.of(1960, 1, 1).plusDays(n).format(DateTimeFormatter.BASIC_ISO_DATE);
        String body = "330200" + birth + String.format(Locale.ROOT, "%03d", n % 999 + 1);
        return body + PersonalNumbers.residentCheck(body);
    }

    private static String code(int n) {
        String body = "91330200MAYD" + String.format(Locale.ROOT, "%05d", n);
        return body + PersonalNumbers.usccCheck(body);
    }
}
