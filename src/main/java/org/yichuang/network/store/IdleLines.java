package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.network.KnownItems;
import org.yichuang.shared.Text;

/** What of the register no case asks for. */
@Component
public class IdleLines {
    private final DSLContext dsl;
    private final ObjectProvider<KnownItems> items;

    IdleLines(DSLContext dsl, ObjectProvider<KnownItems> items) {
        this.dsl = dsl;
        this.items = items;
    }

    /** A line of the register by which nobody will ever act, and why. */
    public record Line(String number, String post, Text name, String item, Text why) {}

    /**
     * Lines, in force or to come, for an item that units of another department handle. They are not refused: a department
     * may get the item, or its items be handled jointly. Who supervises is of another department anyway.
     */
    public List<Line> lines(LocalDate day) {
        Result<Record> rows = dsl.fetch("""
                select z.number, z.item, p.code, p.name, coalesce(p.name_en, p.name) name_en, u.department
                  from network.authorisation z join network.post p on p.code = z.post
                  join network.unit u on u.code = p.unit
                 where z.item <> '*' and z.act <> 'supervise' and (z.to_day is null or z.to_day >= {0}) order by z.number
                """, DSL.val(day));
        Map<String, Set<String>> handled = handled(rows);
        Map<String, Text> names = departments();
        List<Line> lines = new ArrayList<>();
        for (Record row : rows) {
            String item = row.get("item", String.class);
            String own = row.get("department", String.class);
            Set<String> departments = handled.getOrDefault(item, Set.of());
            if (byOthers(departments, own, names)) {
                lines.add(new Line(
                        row.get("number", String.class),
                        row.get("code", String.class),
                        Text.of(row.get("name", String.class), row.get("name_en", String.class)),
                        item,
                        elsewhere(departments, own, names)));
            }
        }
        return lines;
    }

    /** How many lines {@link #lines} would list, without reading each of them. */
    public int count(LocalDate day) {
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
        Text others = departments.stream()
                .sorted()
                .map(key -> names.getOrDefault(key, Text.same(key)))
                .collect(Text.joining("、", ", "));
        Text here = names.getOrDefault(own, Text.same(own));
        return Text.of(
                "由“" + others.zh() + "”的单位办理，岗位在“" + here.zh() + "”",
                "Handled by units of " + others.en() + "; the post is of " + here.en());
    }
}
