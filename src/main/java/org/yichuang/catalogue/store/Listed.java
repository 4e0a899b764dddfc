package org.yichuang.catalogue.store;

import java.util.List;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/** A published item as lists and the search need it; kept beside the body so that they read no bodies. */
public record Listed(ItemCard card, List<String> synonyms, Text outcome) {
    public static Listed of(ItemVersion item) {
        return new Listed(ItemCard.of(item), item.synonyms(), item.outcome().name());
    }
}
