package org.yichuang.network.tables;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.network.InUse;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Rows that something outside of the register hangs on stay. */
@Component
class StillUsed {
    private final ObjectProvider<InUse> others;

    StillUsed(ObjectProvider<InUse> others) {
        this.others = others;
    }

    /** @throws Problem as for a row that another table refers to */
    void check(Table table, List<String> removed, boolean file) {
        if (removed.isEmpty()) {
            return;
        }
        others.stream()
                .flatMap(other -> other.of(table.name(), removed).entrySet().stream())
                .min(Map.Entry.comparingByKey())
                .ifPresent(used -> {
                    throw DatabaseFault.whole(reason(used.getKey(), used.getValue()), file);
                });
    }

    private static Text reason(String key, Text use) {
        return Text.of(
                "“" + key + "”还有" + use.zh() + "，不能删除",
                "“" + key + "” is needed by " + use.en() + " and cannot be removed");
    }
}
