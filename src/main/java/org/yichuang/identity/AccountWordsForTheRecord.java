package org.yichuang.identity;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Says to who reads the record what happened to accounts, and whose they are. */
@Component
@Order(20)
class AccountWordsForTheRecord implements RecordWords {
    private static final Map<String, Text> KINDS = RecordWords.inOrder(
            entry("account", Text.of("账号", "Accounts")),
            entry(IdentityKinds.CREATED, Text.of("开立账号", "Account opened")),
            entry(IdentityKinds.CLAIMED, Text.of("本人启用账号", "Account claimed by its owner")),
            entry(IdentityKinds.RENAMED, Text.of("更正名称", "Name corrected")),
            entry(IdentityKinds.SHOWN, Text.of("窗口凭号码和名称打开账号", "Account shown at a window, by its number and name")),
            entry(
                    IdentityKinds.NAME_MISTAKEN,
                    Text.of("窗口要打开账号，输的不是登记的名称", "Wrong name given at a window for an account")),
            entry(IdentityKinds.CONTACT_CHANGED, Text.of("修改联系方式", "Contact details changed")),
            entry(IdentityKinds.PASSWORD_CHANGED, Text.of("修改密码", "Password changed")),
            entry(IdentityKinds.PASSWORD_LINK, Text.of("发出开通码", "Code for a password given")),
            entry(IdentityKinds.PASSWORD_LINK_CONFIRMED, Text.of("第二人确认开通码", "Code confirmed by a second person")),
            entry(IdentityKinds.PASSWORD_ENDED, Text.of("原密码作废", "Password ended")),
            entry(IdentityKinds.DISABLED, Text.of("停用账号", "Account disabled")),
            entry(IdentityKinds.ENABLED, Text.of("恢复账号", "Account enabled again")),
            entry(IdentityKinds.LOCKED, Text.of("输错密码，锁定账号", "Account locked after wrong passwords")),
            entry(IdentityKinds.UNLOCKED, Text.of("解除锁定", "Account unlocked")),
            entry("role", Text.of("角色", "Roles")),
            entry(IdentityKinds.ROLE_GRANTED, Text.of("授予角色", "Role granted")),
            entry(IdentityKinds.ROLE_REVOKED, Text.of("收回角色", "Role taken away")),
            entry("session", Text.of("登录", "Sign-ins")),
            entry(IdentityKinds.SESSION_OPENED, Text.of("登录", "Signed in")),
            entry(IdentityKinds.SESSION_REVOKED, Text.of("结束登录", "Sign-in ended")),
            entry("token", Text.of("系统令牌", "Tokens of systems")),
            entry(IdentityKinds.TOKEN_ISSUED, Text.of("发出令牌", "Token issued")),
            entry(IdentityKinds.TOKEN_REVOKED, Text.of("作废令牌", "Token revoked")));

    private static final Map<String, Text> KEYS = RecordWords.inOrder(
            entry("role", Text.of("角色", "Role")),
            entry("roles", Text.of("角色", "Roles")),
            entry("kind", Text.of("账号种类", "Kind of account")),
            entry("name", Text.of("名称", "Name")),
            entry("from", Text.of("原来的名称", "Name before")),
            entry("to", Text.of("更正为", "Name now")),
            entry("changed", Text.of("改动", "Changed")),
            entry("reason", Text.of("理由", "Reason")),
            entry("expires", Text.of("有效至", "Valid until")),
            entry("waits", Text.of("要第二人确认", "Waits for a second person")),
            entry("issuedBy", Text.of("发码人", "Code given by")),
            entry("confirmedBy", Text.of("确认人", "Confirmed by")),
            entry("until", Text.of("锁定至", "Locked until")),
            entry("attempts", Text.of("输错次数", "Wrong passwords")),
            entry("api", Text.of("经接口", "By API")),
            entry("sessions", Text.of("结束的登录数", "Sign-ins ended")),
            entry("session", Text.of("登录编号", "Sign-in")),
            entry("token", Text.of("令牌编号", "Token")),
            entry("demo", Text.of("演示账号", "Demo account")));

    private static final UUID NOBODY = new UUID(0, 0);

    private final Accounts accounts;

    AccountWordsForTheRecord(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Map<String, Text> kinds() {
        return KINDS;
    }

    @Override
    public Map<String, Text> keys() {
        return KEYS;
    }

    @Override
    public Optional<Text> value(String key, String value, Map<String, String> payload) {
        return switch (key) {
            case "role", "roles" -> named(Role.values(), value).map(Roles::name);
            case "kind" -> named(AccountKind.values(), value).map(AccountKind::text);
            case "changed" ->
                switch (value) {
                    case "phone" -> Optional.of(Text.of("联系电话", "Phone"));
                    case "agent" -> Optional.of(Text.of("经办人", "Who acts for it"));
                    case "legalRepresentative" -> Optional.of(Text.of("法定代表人", "Legal representative"));
                    default -> Optional.empty();
                };
            case "issuedBy" -> value.equals("system") ? Optional.of(Text.of("系统", "System")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, Text> names(String type, Collection<String> codes) {
        return type.equals("account")
                ? accounts.all(RecordWords.ids(codes)).values().stream()
                        .collect(Collectors.toMap(
                                account -> account.id().toString(), account -> Text.same(account.name())))
                : Map.of();
    }

    @Override
    public Optional<String> numbered(String typed) {
        return accounts.numberIn(typed).isEmpty()
                ? Optional.empty()
                : Optional.of("account:"
                        + accounts.numbered(null, typed).stream()
                                .findFirst()
                                .map(Account::id)
                                .orElse(NOBODY));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
