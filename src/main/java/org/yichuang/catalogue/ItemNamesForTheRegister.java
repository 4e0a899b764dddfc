package org.yichuang.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.network.InUse;
import org.yichuang.network.ItemNames;
import org.yichuang.network.KnownItems;
import org.yichuang.shared.Text;

/** Says to who keeps the register which items there are, and to who reads it what they are called. */
@Component
class ItemNamesForTheRegister implements ItemNames, KnownItems, InUse {
    private final Catalogue catalogue;
    private final ItemStore items;

    ItemNamesForTheRegister(Catalogue catalogue, ItemStore items) {
        this.catalogue = catalogue;
        this.items = items;
    }

    @Override
    public Optional<Text> of(String item) {
        return catalogue.card(item).map(ItemCard::name);
    }

    @Override
    public Map<String, Set<String>> departments(Collection<String> codes) {
        return items.departments(codes);
    }

    /** A department whose items are published stays. */
    @Override
    public Map<String, Text> of(String table, Collection<String> keys) {
        return table.equals("departments")
                ? items.publishedOf(keys).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, of -> items(of.getValue())))
                : Map.of();
    }

    private static Text items(int published) {
        return Text.of(" " + published + " 个已发布的事项", "published items (" + published + ")");
    }
}
