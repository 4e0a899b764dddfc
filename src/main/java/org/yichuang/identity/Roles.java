package org.yichuang.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Gives roles to officers and takes them. The database, too, refuses who has one of {@link Role#APART} any other. */
@Service
public class Roles {
    /** What can be granted. */
    public static final Set<Role> GRANTABLE = Collections.unmodifiableSet(EnumSet.range(Role.OFFICER, Role.AUDITOR));

    /** One person with two accounts is known by the resident id number alone. */
    static final Text NUMBER_NEEDED = Text.of(
            "系统管理员、安全管理员、审计员必须是三个人，请填写身份证号码",
            "Administrator, security administrator and auditor are three people: give the resident id number");

    private final AccountStore store;
    private final PasswordLinks passwords;
    private final SecondPerson second;
    private final Journal journal;

    Roles(AccountStore store, PasswordLinks passwords, SecondPerson second, Journal journal) {
        this.store = store;
        this.passwords = passwords;
        this.second = second;
        this.journal = journal;
    }

    /** What a role is called. */
    public static Text name(Role role) {
        return switch (role) {
            case ANYONE -> Text.of("任何人", "Anyone");
            case SIGNED_IN -> Text.of("登录的人", "Signed in");
            case RESIDENT -> Text.of("个人", "Resident");
            case COMPANY -> Text.of("企业", "Company");
            case SYSTEM -> Text.of("系统", "System");
            case OFFICER -> Text.of("办事人员", "Officer");
            case HALL_MANAGER -> Text.of("大厅主管", "Hall manager");
            case AGENT -> Text.of("代办员", "Agent");
            case SUPERVISOR -> Text.of("效能监察", "Supervisor");
            case ASSESSOR -> Text.of("考评员", "Assessor");
            case ADMINISTRATOR -> Text.of("系统管理员", "Administrator");
            case SECURITY_ADMINISTRATOR -> Text.of("安全管理员", "Security administrator");
            case AUDITOR -> Text.of("审计员", "Auditor");
        };
    }

    /** What a role lets its holder do, in a line. */
    public static Text does(Role role) {
        return switch (role) {
            case OFFICER -> Text.of("按岗位和授权收件、受理、审查、决定", "Works on cases as posts and authorisations allow");
            case HALL_MANAGER -> Text.of("管大厅的窗口和当天的人", "Runs a hall's windows and its day");
            case AGENT -> Text.of("替村里、社区的人办", "Files for the people of a village or community");
            case SUPERVISOR -> Text.of("复核否定报备，查超时", "Reviews denials, looks into what is late");
            case ASSESSOR -> Text.of("考评打分", "Scores");
            case ADMINISTRATOR -> Text.of("管事项、网络和日历", "Keeps items, network and calendar");
            case SECURITY_ADMINISTRATOR -> Text.of("管账号和角色", "Gives and takes accounts and roles");
            case AUDITOR -> Text.of("看全部记录，什么都不改", "Reads the whole record, changes nothing");
            default -> Text.same("");
        };
    }

    /** What is wrong with an officer's roles taken together, null when nothing is. */
    public static @Nullable Text wrong(Set<Role> roles) {
        if (!GRANTABLE.containsAll(roles)) {
            return Text.of("有一个角色不能授予工作人员", "One of these roles is not for officers");
        }
        long apart = roles.stream().filter(Role.APART::contains).count();
        if (apart > 1) {
            return Text.of(
                    "系统管理员、安全管理员、审计员必须是三个人", "Administrator, security administrator and auditor are three people");
        }
        return apart == 1 && roles.size() > 1
                ? Text.of(
                        "系统管理员、安全管理员、审计员只担任这一个角色，不兼别的",
                        "Administrator, security administrator and auditor hold that one role and no other")
                : null;
    }

    /** Whether who holds these has to be known by the resident id number. */
    static boolean needNumber(Set<Role> roles) {
        return !Collections.disjoint(roles, Role.APART);
    }

    /** What is wrong with one more role. */
    public static @Nullable Text wrong(Set<Role> held, Role more) {
        var together = EnumSet.of(more);
        together.addAll(held);
        return wrong(together);
    }

    /** With one of {@link Role#APART} the password ends: the new one takes a second person ({@link SecondPerson}). */
    @Transactional
    public void grant(UUID id, Role role, Actor by) {
        Account account = held(id, by);
        var roles = copy(account);
        if (!roles.add(role)) {
            return;
        }
        Text wrong = wrong(roles);
        if (wrong != null) {
            throw Problem.conflict("role-refused", wrong.zh(), wrong.en()).at("role");
        }
        if (account.person() == null && Role.APART.contains(role)) {
            throw Problem.conflict(
                            "id-number-needed",
                            "这个账号没有身份证号码，不能担任这个角色：请为本人另建一个填了号码的账号",
                            "This account has no resident id number and cannot hold this role: make its owner an account"
                                    + " with one")
                    .at("role");
        }
        store.roles(id, roles);
        journal.append(new NewEntry(IdentityKinds.ROLE_GRANTED, account.subject(), by, Map.of("role", role.name())));
        if (Role.APART.contains(role)) {
            passwords.end(account, by);
        }
    }

    @Transactional
    public void revoke(UUID id, Role role, Actor by) {
        store.find(id).filter(account -> account.roles().contains(role)).ifPresent(second::stays);
        Account account = held(id, by);
        var roles = copy(account);
        if (roles.remove(role)) {
            store.roles(id, roles);
            journal.append(
                    new NewEntry(IdentityKinds.ROLE_REVOKED, account.subject(), by, Map.of("role", role.name())));
        }
    }

    private Account held(UUID id, Actor by) {
        Account account = store.hold(id).orElseThrow(() -> Problem.notFound("没有这个账号", "There is no such account"));
        if (account.kind() != AccountKind.OFFICER) {
            throw Problem.conflict("not-an-officer", "只有工作人员有角色", "Only officers have roles");
        }
        if (id.equals(by.account())) {
            throw Problem.conflict("own-account", "不能改自己的角色", "You cannot change your own roles");
        }
        return account;
    }

    private static EnumSet<Role> copy(Account account) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(account.roles());
        return roles;
    }
}
