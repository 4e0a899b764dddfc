package org.yichuang.network.tables;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.network.Authorisation;
import org.yichuang.network.KnownItems;
import org.yichuang.shared.Text;

/** Rows that name an item: an authorisation for one that there is not would authorise nothing, without a word. */
@Component
class ItemCodes {
    private final ObjectProvider<KnownItems> items;

    ItemCodes(ObjectProvider<KnownItems> items) {
        this.items = items;
    }

    /** @param before the table as it is: what a row names already is not asked again */
    void check(
            Column column,
            int at,
            List<RowCheck.Row> rows,
            Map<String, @Nullable String[]> before,
            List<RowError> errors) {
        List<RowCheck.Row> asked = rows.stream()
                .filter(row -> named(row.cells()[at]) && !named(row, at, before))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Set<String> known = items.getObject()
                .departments(asked.stream()
                        .map(row -> String.valueOf(row.cells()[at]))
                        .distinct()
                        .toList())
                .keySet();
        asked.stream()
                .filter(row -> !known.contains(String.valueOf(row.cells()[at])))
                .forEach(row -> errors.add(new RowError(row.line(), column.name(), unknown(row.cells()[at]))));
    }

    /** What has the wrong form is said of its cell. */
    private static boolean named(@Nullable String item) {
        return item != null && !item.equals(Authorisation.EVERY_ITEM) && Kind.ITEM.fits(item);
    }

    private static boolean named(RowCheck.Row row, int at, Map<String, @Nullable String[]> before) {
        @Nullable String[] was = before.get(String.valueOf(row.cells()[0]));
        return was != null && Objects.equals(was[at], row.cells()[at]);
    }

    private static Text unknown(@Nullable String item) {
        return Text.of(
                "事项目录里没有“" + item + "”：先建好或导入这个事项（草稿也行），再导入它的授权",
                "“" + item + "” is not in the catalogue: make or import the item first, a draft will do, then its"
                        + " authorisations");
    }
}
