package org.yichuang.network.tables;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.yichuang.network.store.Broken;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Says what a constraint of the database found, as a fault of a row where the row is known. */
final class DatabaseFault {
    private static final Pattern STILL_USED =
            Pattern.compile("Key \\(\\w+\\)=\\((.*)\\) is still referenced from table \"(\\w+)\".*");

    private DatabaseFault() {}

    static RuntimeException problem(DataAccessException e, Table table, List<Row> rows, boolean file) {
        Broken broken = Broken.under(e).orElse(null);
        if (broken == null) {
            return e;
        }
        Text reason = reason(broken);
        String column = "officer";
        if (broken.constraint().equals("not_both_away") || broken.constraint().equals("away_once")) {
            return rows.stream()
                    .filter(row -> broken.column().equals(row.cells()[table.index(column)]))
                    .findFirst()
                    .map(row -> row.wrong(column, reason))
                    .map(error -> file ? new BadRows(List.of(error)) : Problem.invalid(List.of(error.inForm())))
                    .orElseGet(() -> whole(reason, file));
        }
        return whole(reason, file);
    }

    static Problem whole(Text reason, boolean file) {
        return file
                ? Problem.invalid("file", reason.zh(), reason.en())
                : Problem.conflict("still-used", reason.zh(), reason.en());
    }

    private static Text reason(Broken broken) {
        var used = STILL_USED.matcher(broken.detail());
        if (used.matches()) {
            Text where = Tables.stored(used.group(2)).map(Table::title).orElse(Text.same(used.group(2)));
            return Text.of(
                    "“" + used.group(1) + "”还在“" + where.zh() + "”里使用，不能删除",
                    "“" + used.group(1) + "” is still used in " + where.en() + " and cannot be removed");
        }
        return switch (broken.constraint()) {
            case "not_both_away" ->
                Text.of(
                        "A、B 岗不能同时外出（另一位：" + broken.detail() + "）",
                        "A and B of a post cannot both be away (the other: " + broken.detail() + ")");
            case "away_once" -> Text.of("这几天已经登记过外出", "is already away on these days");
            default ->
                Text.of("和库里的约束不符：" + broken.constraint(), "breaks a rule of the database: " + broken.constraint());
        };
    }
}
