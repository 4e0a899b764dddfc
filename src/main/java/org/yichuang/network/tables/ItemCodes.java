package org.yichuang.network.tables;

import java.util.List;
import java.util.Map;
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
    void check(Column column, int at, List<Row> rows, Map<String, @Nullable String[]> before, List<RowError> errors) {
        List<Row> asked = rows.stream()
                .filter(row -> named(row.cells()[at]) && !row.keeps(at, before))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Set<String> known = items.getObject().departments(Row.texts(asked, at)).keySet();
        asked.stream()
                .filter(row -> !known.contains(row.text(at)))
                .forEach(row -> errors.add(row.wrong(column.name(), unknown(row.cells()[at]))));
    }

    /** What has the wrong form is said of its cell. */
    private static boolean named(@Nullable String item) {
        return item != null && !item.equals(Authorisation.EVERY_ITEM) && Kind.ITEM.fits(item);
    }

    private static Text unknown(@Nullable String item) {
        return Text.of(
                "事项目录里没有“" + item + "”：先建好或导入这个事项（草稿也行），再导入它的授权",
                "“" + item + "” is not in the catalogue: make or import the item first, a draft will do, then its"
                        + " authorisations");
    }
}
