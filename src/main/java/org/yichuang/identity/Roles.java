package org.yichuang.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Gives roles to officers and takes them. The database, too, refuses one person two of {@link #APART}. */
@Service
public class Roles {
    /** Three people: who runs the city's data, who gives the rights, who reads the record. */
    public static final Set<Role> APART =
            Collections.unmodifiableSet(EnumSet.of(Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR));
    /** What can be granted. */
    public static final Set<Role> GRANTABLE = Collections.unmodifiableSet(EnumSet.range(Role.OFFICER, Role.AUDITOR));

    private final AccountStore store;
    private final Journal journal;

    Roles(AccountStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** What is wrong with an officer's roles taken together, null when nothing is. */
    public static @Nullable Text wrong(Set<Role> roles) {
        if (!GRANTABLE.containsAll(roles)) {
            return Text.of("有一个角色不能授予工作人员", "One of these roles is not for officers");
        }
        return roles.stream().filter(APART::contains).count() > 1
                ? Text.of("系统管理员、安全管理员、审计员必须是三个人", "Administrator, security administrator and auditor are three people")
                : null;
    }

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
        store.roles(id, roles);
        journal.append(new NewEntry(IdentityKinds.ROLE_GRANTED, account.subject(), by, Map.of("role", role.name())));
    }

    @Transactional
    public void revoke(UUID id, Role role, Actor by) {
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
