package org.yichuang.network.tables;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Roles;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Files name accounts by sign-in name, the database by id. No sign-in name has the form of an id. */
@Component
class AccountNames {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param before the table as it is: whether an account may hold posts is asked where a row gets another one */
    void toIds(Column column, int at, List<Row> rows, Map<String, @Nullable String[]> before, List<RowError> errors) {
        Map<String, Account> known = known(at, rows.stream().map(Row::cells).toList());
        for (Row row : rows) {
            String name = row.cells()[at];
            if (name == null) {
                continue;
            }
            Account account = known.get(name);
            if (account == null || account.kind() != AccountKind.OFFICER) {
                errors.add(row.wrong(
                        column.name(), Text.of("没有工作人员用登录名“" + name + "”", "no officer signs in as “" + name + "”")));
            } else {
                row.cells()[at] = account.id().toString();
                Text wrong = row.keeps(at, before) ? null : unfit(account, name);
                if (wrong != null) {
                    errors.add(row.wrong(column.name(), wrong));
                }
            }
        }
    }

    /** Why nobody can work on cases with this account, null where one can. */
    private static @Nullable Text unfit(Account account, String name) {
        if (!Collections.disjoint(account.roles(), Role.APART)) {
            return Text.of(
                    "“" + name + "”是系统管理员、安全管理员或审计员的账号，这三种人不担任岗位",
                    "“" + name + "” is the account of an administrator, security administrator or auditor, who hold no"
                            + " post");
        }
        if (account.disabled()) {
            return Text.of("“" + name + "”的账号已经停用", "the account “" + name + "” is disabled");
        }
        return account.roles().isEmpty()
                ? Text.of(
                        "“" + name + "”的账号还没有角色，请安全管理员先授予，例如“"
                                + Roles.name(Role.OFFICER).zh() + "”",
                        "the account “" + name + "” has no role yet: the security administrator gives it one, such as "
                                + Roles.name(Role.OFFICER).en())
                : null;
    }

    /** The accounts that these rows name, by what stands in them, in two questions however many they are. */
    private Map<String, Account> known(int at, List<@Nullable String[]> rows) {
        List<String> names = cells(at, rows)
                .filter(cell -> !ID.matcher(cell).matches() && PlainText.oneLine(cell))
                .toList();
        Map<String, Account> known = new HashMap<>(accounts.byLogins(names));
        accounts.all(ids(at, rows)).forEach((id, account) -> known.put(id.toString(), account));
        return known;
    }

    private static List<UUID> ids(int at, List<@Nullable String[]> rows) {
        return cells(at, rows)
                .filter(cell -> ID.matcher(cell).matches())
                .map(UUID::fromString)
                .toList();
    }

    private static Stream<String> cells(int at, List<@Nullable String[]> rows) {
        return rows.stream().map(row -> row[at]).filter(Objects::nonNull).distinct();
    }

    /** These rows with sign-in names for ids. */
    List<@Nullable String[]> toNames(Table table, List<@Nullable String[]> rows) {
        for (int at = 0; at < table.columns().size(); at++) {
            if (table.columns().get(at).kind() == Kind.ACCOUNT) {
                toNames(at, rows);
            }
        }
        return rows;
    }

    private void toNames(int at, List<@Nullable String[]> rows) {
        Map<UUID, Account> named = accounts.all(ids(at, rows));
        for (@Nullable String[] row : rows) {
            Account account = row[at] == null ? null : named.get(UUID.fromString(row[at]));
            row[at] = account == null || account.login() == null ? row[at] : account.login();
        }
    }
}
