package org.yichuang.network.tables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/**
 * Who is appointed A and B of a post must not both be away on a day still to come. The database holds the same whenever
 * somebody goes away; here it is asked by the product's clock, which the database does not know.
 */
@Component
class PostCover {
    private final DSLContext dsl;
    private final Clock clock;

    PostCover(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** What is wrong with posts that were just written. Locks their officers, as who goes away does. */
    List<RowError> clashes(Table posts, List<RowCheck.Row> rows) {
        List<RowCheck.Row> shared = rows.stream()
                .filter(row -> row.cells()[posts.index("officer_b")] != null)
                .toList();
        if (shared.isEmpty()) {
            return List.of();
        }
        String[] a = cells(shared, posts.index("officer_a"));
        String[] b = cells(shared, posts.index("officer_b"));
        dsl.fetch(
                "select 1 from network.officer where code = any({0}) order by code for no key update",
                DSL.val(Stream.concat(Stream.of(a), Stream.of(b)).toArray(String[]::new)));
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

    private static RowError error(Record found, List<RowCheck.Row> rows) {
        RowCheck.Row row = rows.get(found.get(0, Integer.class) - 1);
        String a = found.get(1, String.class);
        String from = found.get(2, String.class);
        String to = found.get(3, String.class);
        return new RowError(
                row.line(),
                "officer_b",
                Text.of(
                        "A、B 岗不能同时外出：" + from + " 至 " + to + " 和“" + a + "”都在外",
                        "A and B of a post cannot both be away: this officer and “" + a + "” are, from " + from + " to "
                                + to));
    }

    /** There is no B without A, so no cell of these is empty. */
    private static String[] cells(List<RowCheck.Row> rows, int at) {
        return rows.stream().map(row -> String.valueOf(row.cells()[at])).toArray(String[]::new);
    }
}
