package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Roles;
import org.yichuang.network.Act;
import org.yichuang.network.Officer;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Where the register stands and nobody can act: cases would wait there for nobody. */
@Component
public class Vacancies {
    /** Posts with a line in force, and who holds each on the day: A, or B while A is away. */
    private static final String HELD = """
            select p.code, p.name, coalesce(p.name_en, p.name) name_en, p.unit, away.is away, o.name officer, o.account
              from network.post p
             cross join lateral (select exists (select from network.away w
                     where w.officer = p.officer_a and {0} between w.from_day and w.to_day) "is") away
              left join network.officer o on o.code = case when away.is then p.officer_b else p.officer_a end
            """;

    private static final String IN_FORCE =
            "z.post = p.code and z.from_day <= {0} and (z.to_day is null or z.to_day >= {0})";

    private final DSLContext dsl;
    private final Accounts accounts;

    Vacancies(DSLContext dsl, Accounts accounts) {
        this.dsl = dsl;
        this.accounts = accounts;
    }

    /** A post that is authorised and that nobody can act for, and why. */
    public record Vacancy(String post, Text name, String unit, Text why) {}

    /** By post. One that only supervises is a supervisor's; cases are for the role Officer. */
    public List<Vacancy> posts(LocalDate day) {
        Result<Record> rows = dsl.fetch(
                "select p.*, t.supervises from (" + HELD
                        + ") p cross join lateral (select bool_and(z.act = 'supervise')"
                        + " supervises from network.authorisation z where " + IN_FORCE
                        + ") t where t.supervises is not null order by p.code",
                DSL.val(day));
        Map<UUID, Account> known = known(rows);
        List<Vacancy> vacancies = new ArrayList<>();
        for (Record row : rows) {
            Text why = why(row, known);
            if (why != null) {
                vacancies.add(new Vacancy(
                        row.get("code", String.class),
                        Text.of(row.get("name", String.class), row.get("name_en", String.class)),
                        row.get("unit", String.class),
                        why));
            }
        }
        return vacancies;
    }

    private static @Nullable Text why(Record row, Map<UUID, Account> known) {
        String officer = row.get("officer", String.class);
        boolean away = row.get("away", Boolean.class);
        if (officer == null) {
            return away ? Text.of("A 岗外出，没有 B 岗", "A is away and there is no B") : Text.of("没有 A 岗", "No officer A");
        }
        Account account = known.get(row.get("account", UUID.class));
        if (account == null) {
            return Text.of(officer + "还没有账号", officer + " has no account yet");
        }
        if (account.disabled()) {
            return Text.of(officer + "的账号已停用", "The account of " + officer + " is disabled");
        }
        if (!account.opens()) {
            return Text.of(officer + "还没设密码", officer + " has set no password yet");
        }
        Role role = row.get("supervises", Boolean.class) ? Role.SUPERVISOR : Role.OFFICER;
        Text name = Roles.name(role);
        return account.roles().contains(role)
                ? null
                : Text.of(
                        officer + "的账号没有“" + name.zh() + "”的角色",
                        "The account of " + officer + " has not the role " + name.en());
    }

    /** Those whose account is an officer's: it may be disabled, or lose the role, without a change of the register. */
    List<Officer> serving(List<Officer> officers) {
        Map<UUID, Account> known = accounts.all(
                officers.stream().map(Officer::account).filter(Objects::nonNull).collect(Collectors.toSet()));
        return officers.stream()
                .filter(officer -> officer.account() != null)
                .filter(officer -> serves(known.get(officer.account())))
                .toList();
    }

    private static boolean serves(@Nullable Account account) {
        return account != null && !account.disabled() && account.roles().contains(Role.OFFICER);
    }

    private Map<UUID, Account> known(Result<Record> rows) {
        return accounts.all(rows.stream()
                .map(row -> row.get("account", UUID.class))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /** As {@link org.yichuang.network.Network#unmanned}. */
    Map<String, List<Act>> unmanned(String item, Collection<String> units, Collection<Act> acts, LocalDate day) {
        Result<Record> rows = dsl.fetch(
                "select p.unit, z.act, p.account from (" + HELD + ") p join network.authorisation z on " + IN_FORCE
                        + " and z.item in ({1}, '*') and z.act = any ({2})"
                        + " where p.account is not null and p.unit = any ({3})",
                DSL.val(day),
                DSL.val(item),
                DSL.val(acts.stream().map(Act::key).toArray(String[]::new)),
                DSL.val(units.toArray(String[]::new)));
        Map<UUID, Account> known = known(rows);
        Set<String> done = new HashSet<>();
        for (Record row : rows) {
            Account account = known.get(row.get("account", UUID.class));
            if (account != null && account.opens() && account.roles().contains(Role.OFFICER)) {
                done.add(row.get("unit", String.class) + " " + row.get("act", String.class));
            }
        }
        Map<String, List<Act>> missing = new LinkedHashMap<>();
        for (String unit : units) {
            List<Act> none = acts.stream()
                    .filter(act -> !done.contains(unit + " " + act.key()))
                    .toList();
            if (!none.isEmpty()) {
                missing.put(unit, none);
            }
        }
        return missing;
    }
}
