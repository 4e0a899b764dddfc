package org.yichuang.catalogue.document;

import java.util.List;
import org.yichuang.catalogue.ItemVersion;

/** The demo city's items without a database, and items written in a test. */
public final class DemoItems {
    private static final List<ItemVersion> ALL = new DemoCatalogue(new ItemText()).items();

    private DemoItems() {}

    public static List<ItemVersion> all() {
        return ALL;
    }

    public static ItemVersion item(String code) {
        return ALL.stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow();
    }

    /** An item with something in its text replaced. */
    public static ItemVersion changed(String code, String from, String to) {
        return changed(item(code), from, to);
    }

    public static ItemVersion changed(ItemVersion item, String from, String to) {
        ItemText text = new ItemText();
        String written = text.write(item);
        if (!written.contains(from)) {
            throw new IllegalArgumentException(from + " is not in\n" + written);
        }
        return text.read(written.replace(from, to), "text");
    }
}
