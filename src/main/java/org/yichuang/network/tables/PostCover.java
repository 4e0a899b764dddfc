package org.yichuang.network.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/**
 * A and B of a post must not both be away. Who is appointed is asked here for the days still to come, by the product's
 * clock, which the database does not know. Who goes away is asked by the database whatever writes it, and names the
 * first; here every row of a file is asked beforehand, so that each can be named. A row that only takes days away is not
 * asked: it sends nobody away.
 */
@Component
class PostCover {
    private final DSLContext dsl;
    private final Clock clock;

    PostCover(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * What is wrong with rows that are to be written, of any table.
     *
     * @param replaced the keys of the rows that will be written or removed: how they stand does not count any more
     */
    List<RowError> clashes(Table table, List<Row> rows, List<String> replaced) {
        return switch (table.stored()) {
            case "post" -> appointed(table, rows);
            case "away" -> away(table, rows, replaced);
            default -> List.of();
        };
    }

    /** Waits for whoever changes the register at this moment, as who goes away does. */
    private List<RowError> appointed(Table posts, List<Row> rows) {
        List<Row> shared = rows.stream()
                .filter(row -> row.cells()[posts.index("officer_b")] != null)
                .toList();
        if (shared.isEmpty()) {
            return List.of();
        }
        String[] a = cells(shared, posts.index("officer_a"));
        String[] b = cells(shared, posts.index("officer_b"));
        dsl.execute("select 1 from network.version where name = 'roster' for update");
        return dsl.fetch("""
            select distinct on (p.n) p.n, p.a, greatest(x.from_day, y.from_day), least(x.to_day, y.to_day)
              from unnest({0}::text[], {1}::text[]) with ordinality p(a, b, n)
              join network.away x on x.officer = p.a
              join network.away y on y.officer = p.b and x.from_day <= y.to_day and x.to_day >= y.from_day
             where least(x.to_day, y.to_day) >= {2}
             order by p.n, 3
            """, DSL.val(a), DSL.val(b), DSL.val(LocalDate.ofInstant(clock.instant(), Ui.ZONE)))
                .map(found -> error(found, shared));
    }

    private static RowError error(Record found, List<Row> rows) {
        Row row = rows.get(found.get(0, Integer.class) - 1);
        String a = found.get(1, String.class);
        String from = found.get(2, String.class);
        String to = found.get(3, String.class);
        return row.wrong(
                "officer_b",
                Text.of(
                        "A、B 岗不能同时外出：" + from + " 至 " + to + " 和“" + a + "”都在外",
                        "A and B of a post cannot both be away: this officer and “" + a + "” are, from " + from + " to "
                                + to));
    }

    private List<RowError> away(Table away, List<Row> rows, List<String> replaced) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String[]> columns = new ArrayList<>();
        for (String column : List.of("id", "officer", "from_day", "to_day")) {
            columns.add(cells(rows, away.index(column)));
        }
        return dsl.fetch(
                        """
            with written as (
                select n, id::uuid, officer, from_day::date, to_day::date
                  from unnest({0}::text[], {1}::text[], {2}::text[], {3}::text[])
                       with ordinality as f(id, officer, from_day, to_day, n)),
            away as (
                select id, officer, from_day, to_day from written
                union all
                select id, officer, from_day, to_day from network.away
                 where id::text <> all ({4}::text[])),
            pair as (
                select officer_a as one, officer_b as other from network.post
                union
                select officer_b, officer_a from network.post)
            select distinct on (w.n, o.officer) w.n, o.officer, o.officer = w.officer, o.from_day, o.to_day
              from written w
              join away o on o.id <> w.id and o.from_day <= w.to_day and o.to_day >= w.from_day
             where (o.officer = w.officer or exists (select from pair where one = w.officer and other = o.officer))
               and not exists (select from network.away s where s.id = w.id and s.officer = w.officer
                               and s.from_day <= w.from_day and s.to_day >= w.to_day)
             order by w.n, o.officer, o.from_day
            """,
                        DSL.val(columns.get(0)),
                        DSL.val(columns.get(1)),
                        DSL.val(columns.get(2)),
                        DSL.val(columns.get(3)),
                        DSL.val(replaced.toArray(String[]::new)))
                .map(found -> bothAway(found, rows));
    }

    private static RowError bothAway(Record found, List<Row> rows) {
        Row row = rows.get(found.get(0, Integer.class) - 1);
        String other = found.get(1, String.class);
        String from = found.get(3, String.class);
        String to = found.get(4, String.class);
        Text reason = found.get(2, Boolean.class)
                ? Text.of(
                        from + " 至 " + to + " 已经登记过外出，或者在文件里写了两次",
                        "is away from " + from + " to " + to + " already, or twice in the file")
                : Text.of(
                        "A、B 岗不能同时外出：“" + other + "” " + from + " 至 " + to + " 外出",
                        "A and B of a post cannot both be away: “" + other + "” is, from " + from + " to " + to);
        return row.wrong("officer", reason);
    }

    /** There is no B without A, so no cell of these is empty. */
    private static String[] cells(List<Row> rows, int at) {
        return rows.stream().map(row -> row.text(at)).toArray(String[]::new);
    }
}
