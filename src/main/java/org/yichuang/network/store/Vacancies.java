package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Roles;
import org.yichuang.network.Act;
import org.yichuang.network.KnownItems;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** Where the register stands and nobody can act: cases would wait there for nobody; and what of it no case asks for. */
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
    private final ObjectProvider<KnownItems> items;

    Vacancies(DSLContext dsl, Accounts accounts, ObjectProvider<KnownItems> items) {
        this.dsl = dsl;
        this.accounts = accounts;
        this.items = items;
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

    /** A line of the register by which nobody will ever act, and why. */
    public record Idle(String number, String post, Text name, String item, Text why) {}

    /**
     * Lines, in force or to come, for an item that units of another department handle. They are not refused: a department
     * may get the item, or its items be handled jointly. Who supervises is of another department anyway.
     */
    public List<Idle> idle(LocalDate day) {
        Result<Record> rows = dsl.fetch("""
                select z.number, z.item, p.code, p.name, coalesce(p.name_en, p.name) name_en, u.department
                  from network.authorisation z join network.post p on p.code = z.post
                  join network.unit u on u.code = p.unit
                 where z.item <> '*' and z.act <> 'supervise' and (z.to_day is null or z.to_day >= {0}) order by z.number
                """, DSL.val(day));
        Map<String, Set<String>> handled = handled(rows);
        Map<String, Text> names = departments();
        List<Idle> idle = new ArrayList<>();
        for (Record row : rows) {
            String item = row.get("item", String.class);
            String own = row.get("department", String.class);
            Set<String> departments = handled.getOrDefault(item, Set.of());
            if (byOthers(departments, own, names)) {
                idle.add(new Idle(
                        row.get("number", String.class),
                        row.get("code", String.class),
                        Text.of(row.get("name", String.class), row.get("name_en", String.class)),
                        item,
                        elsewhere(departments, own, names)));
            }
        }
        return idle;
    }

    /** How many lines {@link #idle} would list, without reading each of them. */
    public int idleLines(LocalDate day) {
        Result<Record> groups = dsl.fetch("""
                select z.item, u.department, count(*)::int lines
                  from network.authorisation z join network.post p on p.code = z.post
                  join network.unit u on u.code = p.unit
                 where z.item <> '*' and z.act <> 'supervise' and (z.to_day is null or z.to_day >= {0})
                 group by z.item, u.department
                """, DSL.val(day));
        Map<String, Set<String>> handled = handled(groups);
        Map<String, Text> names = departments();
        return groups.stream()
                .filter(group -> byOthers(
                        handled.getOrDefault(group.get("item", String.class), Set.of()),
                        group.get("department", String.class),
                        names))
                .mapToInt(group -> group.get("lines", Integer.class))
                .sum();
    }

    private Map<String, Set<String>> handled(Result<Record> rows) {
        return items.getObject().departments(new HashSet<>(rows.getValues("item", String.class)));
    }

    private Map<String, Text> departments() {
        Map<String, Text> names = new HashMap<>();
        dsl.fetch("select key, name, coalesce(name_en, name) from network.department")
                .forEach(row -> names.put(
                        row.get(0, String.class), Text.of(row.get(1, String.class), row.get(2, String.class))));
        return names;
    }

    private static boolean byOthers(Set<String> departments, String own, Map<String, Text> names) {
        return !departments.contains(own) && names.keySet().containsAll(departments) && !departments.isEmpty();
    }

    private static Text elsewhere(Set<String> departments, String own, Map<String, Text> names) {
        List<Text> others = departments.stream()
                .sorted()
                .map(key -> names.getOrDefault(key, Text.same(key)))
                .toList();
        Text here = names.getOrDefault(own, Text.same(own));
        return Text.of(
                "由“" + others.stream().map(Text::zh).collect(Collectors.joining("、")) + "”的单位办理，岗位在“" + here.zh() + "”",
                "Handled by units of " + others.stream().map(Text::en).collect(Collectors.joining(", "))
                        + "; the post is of " + here.en());
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
