package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.ACCOUNT;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Organisation;
import org.yichuang.identity.Person;
import org.yichuang.identity.PersonalNumber;
import org.yichuang.jooq.identity.tables.records.AccountRecord;
import org.yichuang.shared.Page;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Times;
import org.yichuang.shared.web.Role;

/** Keeps the accounts. */
@Repository
public class AccountStore {
    private final DSLContext dsl;

    AccountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Account> find(UUID id) {
        return one(ACCOUNT.ID.eq(id));
    }

    public Map<String, Account> byLogins(Collection<String> logins) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(DSL.any(logins.toArray(String[]::new))))
                .fetchMap(ACCOUNT.LOGIN, AccountStore::account);
    }

    public Optional<Account> resident(String idNumber) {
        return one(ACCOUNT.ID_NUMBER.eq(idNumber).and(ACCOUNT.KIND.eq(AccountKind.RESIDENT.name())));
    }

    public Optional<Account> company(String uscc) {
        return one(ACCOUNT.USCC.eq(uscc));
    }

    /** An account with what signing in needs. */
    public record Credentials(Account account, @Nullable String password, boolean demo) {
        @Override
        public String toString() {
            return "credentials of " + account;
        }
    }

    /** By login name; or by number, for residents and companies. */
    public Optional<Credentials> credentials(String login, String number) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .or(ACCOUNT.ID_NUMBER.eq(number).and(ACCOUNT.KIND.eq(AccountKind.RESIDENT.name())))
                .or(ACCOUNT.USCC.eq(number))
                .fetchOptional(AccountStore::credentials);
    }

    public Optional<Credentials> credentials(UUID id) {
        return dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(AccountStore::credentials);
    }

    private static Credentials credentials(AccountRecord row) {
        return new Credentials(account(row), row.getPassword(), row.getDemo());
    }

    public Map<UUID, Account> all(Collection<UUID> ids) {
        return dsl.selectFrom(ACCOUNT)
                .where(ACCOUNT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(ACCOUNT.ID, AccountStore::account);
    }

    /** Accounts of a kind (null: all) whose name begins so, or whose login name or number it is; by name. */
    public List<Account> search(@Nullable AccountKind kind, String query, @Nullable Position after, int limit) {
        Condition which = kind == null ? DSL.noCondition() : ACCOUNT.KIND.eq(DSL.inline(kind.name()));
        if (after != null) {
            which = which.and(DSL.row(ACCOUNT.NAME, ACCOUNT.ID).gt(after.name(), after.id()));
        }
        var all = dsl.selectFrom(ACCOUNT).where(which);
        var some = query.isEmpty() ? all : all.and(named(query));
        return some.orderBy(ACCOUNT.NAME, ACCOUNT.ID).limit(limit).fetch(AccountStore::account);
    }

    /** The last account of the page before. */
    public record Position(String name, UUID id) {
        private static final int ID = 36;

        /** From a cursor's key: the id, then the name. */
        public static @Nullable Position from(@Nullable String key) {
            if (key == null) {
                return null;
            }
            try {
                return new Position(
                        key.substring(ID).replaceAll("\\p{Cntrl}", ""), UUID.fromString(key.substring(0, ID)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Page.notOurs();
            }
        }
    }

    private static Condition named(String query) {
        String number = PersonalNumbers.normalise(query);
        if (number.matches("\\d{17}[\\dX]") || PersonalNumbers.wrongUscc(number) == null) {
            return ACCOUNT.ID_NUMBER.eq(number).or(ACCOUNT.USCC.eq(number));
        }
        String last = query + Character.toString(Character.MAX_CODE_POINT);
        return ACCOUNT.NAME.between(query, last).or(ACCOUNT.LOGIN.eq(query.toLowerCase(Locale.ROOT)));
    }

    /** False when somebody has this login name or number already. */
    public boolean insert(Account account, Instant now) {
        AccountRecord row = record(account, now);
        return dsl.insertInto(ACCOUNT).set(row).onConflictDoNothing().execute() == 1;
    }

    /** @param hash null: none any more */
    public void password(UUID id, @Nullable String hash) {
        dsl.update(ACCOUNT).set(ACCOUNT.PASSWORD, hash).where(ACCOUNT.ID.eq(id)).execute();
    }

    public void seenAtWindow(UUID id, @Nullable String agent, @Nullable String phone) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.AGENT, DSL.coalesce(DSL.val(agent), ACCOUNT.AGENT))
                .set(ACCOUNT.PHONE, DSL.coalesce(ACCOUNT.PHONE, DSL.val(phone)))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    public void contact(UUID id, @Nullable String phone, @Nullable String legalRepresentative) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.PHONE, phone)
                .set(ACCOUNT.LEGAL_REPRESENTATIVE, legalRepresentative)
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** False when it was not called so any more. */
    public boolean renamed(UUID id, String before, String name) {
        return dsl.update(ACCOUNT)
                        .set(ACCOUNT.NAME, name)
                        .where(ACCOUNT.ID.eq(id))
                        .and(ACCOUNT.NAME.eq(before))
                        .execute()
                == 1;
    }

    /** False when it was so already. */
    public boolean disabled(UUID id, @Nullable Instant at) {
        return dsl.update(ACCOUNT)
                        .set(ACCOUNT.DISABLED_AT, at == null ? null : Times.of(at))
                        .where(ACCOUNT.ID.eq(id))
                        .and(at == null ? ACCOUNT.DISABLED_AT.isNotNull() : ACCOUNT.DISABLED_AT.isNull())
                        .execute()
                == 1;
    }

    public void roles(UUID id, Set<Role> roles) {
        dsl.update(ACCOUNT)
                .set(ACCOUNT.ROLES, names(roles))
                .where(ACCOUNT.ID.eq(id))
                .execute();
    }

    /** The account, held until the transaction ends, so that two changes of its roles do not lose one. */
    public Optional<Account> hold(UUID id) {
        return held(id).map(Credentials::account);
    }

    private Optional<Credentials> held(UUID id) {
        return dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).forUpdate().fetchOptional(AccountStore::credentials);
    }

    /**
     * Holds the account until the transaction ends.
     *
     * @throws Problem 409 where it got or lost a role since it was read
     */
    public Credentials holdAs(Account read) {
        return held(read.id())
                .filter(now -> now.account().roles().equals(read.roles()))
                .orElseThrow(() -> Problem.conflict(
                        "roles-changed",
                        "这个账号的角色刚刚变了，请重新登录",
                        "The roles of this account have just changed: sign in again"));
    }

    /**
     * The same for an account whose password was found right.
     *
     * @throws Problem 409 also where the password is another since
     */
    public void holdAs(Credentials read) {
        if (!Objects.equals(holdAs(read.account()).password(), read.password())) {
            throw Problem.conflict(
                    "password-changed",
                    "这个账号的密码刚刚换了，请用新密码",
                    "The password of this account has just been changed: use the new one");
        }
    }

    /** Whether an officer can sign in who has one of these roles, and is another than {@code but}, where one is named. */
    public boolean anyActive(Set<Role> roles, @Nullable UUID but) {
        return dsl.fetchExists(ACCOUNT, active(roles).and(ACCOUNT.ID.isDistinctFrom(but)));
    }

    /** Whether this is the only one of them; all are held until the transaction ends. */
    public boolean lastActive(UUID id, Set<Role> roles) {
        return dsl.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(active(roles))
                .orderBy(ACCOUNT.ID)
                .forUpdate()
                .fetch(ACCOUNT.ID)
                .equals(List.of(id));
    }

    private static Condition active(Set<Role> roles) {
        return ACCOUNT.KIND
                .eq(DSL.inline(AccountKind.OFFICER.name()))
                .and(DSL.arrayOverlap(ACCOUNT.ROLES, names(roles)))
                .and(ACCOUNT.PASSWORD.isNotNull())
                .and(ACCOUNT.DISABLED_AT.isNull());
    }

    public boolean any(Role role) {
        return dsl.fetchExists(ACCOUNT, DSL.val(role.name()).eq(DSL.any(ACCOUNT.ROLES)));
    }

    private Optional<Account> one(Condition condition) {
        return dsl.selectFrom(ACCOUNT).where(condition).fetchOptional(AccountStore::account);
    }

    static Account account(AccountRecord row) {
        return new Account(
                row.getId(),
                AccountKind.valueOf(row.getKind()),
                row.getLogin(),
                row.getName(),
                row.getPhone(),
                row.getIdNumber() == null ? null : new Person(PersonalNumber.of(row.getIdNumber())),
                row.getUscc() == null
                        ? null
                        : new Organisation(
                                PersonalNumber.of(row.getUscc()), row.getLegalRepresentative(), row.getAgent()),
                roles(row.getRoles()),
                row.getPassword() != null,
                Times.read(row.getDisabledAt()));
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    static Set<Role> roles(String... names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            roles.add(Role.valueOf(name));
        }
        return Collections.unmodifiableSet(roles);
    }

    static AccountRecord record(Account account, Instant now) {
        var row = new AccountRecord();
        row.setId(account.id());
        row.setKind(account.kind().name());
        row.setLogin(account.login());
        row.setName(account.name());
        row.setPhone(account.phone());
        row.setRoles(names(account.roles()));
        row.setCreatedAt(Times.of(now));
        if (account.person() != null) {
            row.setIdNumber(account.person().idNumber().inFull());
        }
        if (account.organisation() != null) {
            row.setUscc(account.organisation().uscc().inFull());
            row.setLegalRepresentative(account.organisation().legalRepresentative());
            row.setAgent(account.organisation().agent());
        }
        return row;
    }
}
