package org.yichuang.network.tables;

import static org.yichuang.jooq.network.Tables.AUTHORISATION;
import static org.yichuang.jooq.network.Tables.POST;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Act;
import org.yichuang.network.PostRole;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** AL-42: the head of the authority extends a limit, so the register lets no other post. What is over stays as it was. */
@Component
class Extending {
    private static final String HEAD = PostRole.SUPERVISE.key();
    private static final Text HEADS_ONLY = Text.of(
            "批准延期的是行政机关负责人（行政许可法第四十二条）：请授权给本单位类别为“" + PostRole.SUPERVISE.text().zh() + "”的负责人岗",
            "the head of the authority extends a limit (Administrative Licensing Law, article 42): the post's role has"
                    + " to be “" + PostRole.SUPERVISE.text().en() + "”");
    private static final Text EXTENDS = Text.of(
            "这个岗位还有“" + Act.EXTEND.text().zh() + "”的授权，类别要是“"
                    + PostRole.SUPERVISE.text().zh() + "”：先收回授权，再改类别",
            "this post is authorised to extend limits, so its role is “"
                    + PostRole.SUPERVISE.text().en() + "”: end that first, then change the role");

    private final DSLContext dsl;
    private final Clock clock;

    Extending(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /**
     * What is wrong with rows that are to be written, of any table.
     *
     * @param before the table as it is: a line from before this was asked can be ended, and its post get other officers
     */
    List<RowError> byOthers(Table table, List<Row> rows, Map<String, @Nullable String[]> before) {
        return switch (table.stored()) {
            case "authorisation" -> authorised(table, rows, before);
            case "post" -> changed(table, rows, before);
            default -> List.of();
        };
    }

    private List<RowError> authorised(Table authorisations, List<Row> rows, Map<String, @Nullable String[]> before) {
        int post = authorisations.index("post");
        int to = authorisations.index("to_day");
        String today = today().toString();
        List<Row> extending = rows.stream()
                .filter(row -> Act.EXTEND.key().equals(row.cells()[authorisations.index("act")]))
                .filter(row ->
                        Objects.requireNonNullElse(row.cells()[to], today).compareTo(today) >= 0)
                .filter(row -> !ended(row.cells(), before.get(row.key()), to))
                .toList();
        Set<String> heads = dsl.select(POST.CODE)
                .from(POST)
                .where(POST.CODE.in(Row.texts(extending, post)).and(POST.ROLE.eq(HEAD)))
                .fetchSet(POST.CODE);
        return extending.stream()
                .filter(row -> !heads.contains(row.text(post)))
                .map(row -> row.wrong("post", HEADS_ONLY))
                .toList();
    }

    /** Nothing but its end is another, and that comes. */
    private static boolean ended(@Nullable String[] now, @Nullable String @Nullable [] was, int to) {
        if (was == null || now[to] == null) {
            return false;
        }
        @Nullable String[] same = was.clone();
        same[to] = now[to];
        return Arrays.equals(same, now);
    }

    private List<RowError> changed(Table posts, List<Row> rows, Map<String, @Nullable String[]> before) {
        int role = posts.index("role");
        List<Row> others = rows.stream()
                .filter(row -> !HEAD.equals(row.cells()[role]))
                .filter(row -> !row.keeps(role, before))
                .toList();
        Set<String> extending = dsl.selectDistinct(AUTHORISATION.POST)
                .from(AUTHORISATION)
                .where(AUTHORISATION
                        .POST
                        .in(Row.texts(others, 0))
                        .and(AUTHORISATION.ACT.eq(Act.EXTEND.key()))
                        .and(AUTHORISATION.TO_DAY.isNull().or(AUTHORISATION.TO_DAY.ge(today()))))
                .fetchSet(AUTHORISATION.POST);
        return others.stream()
                .filter(row -> extending.contains(row.key()))
                .map(row -> row.wrong("role", EXTENDS))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }
}
