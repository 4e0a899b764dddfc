package org.yichuang.catalogue;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yichuang.network.ItemNames;
import org.yichuang.shared.Text;

/** Says to who reads the register what its items are called. */
@Component
class ItemNamesForTheRegister implements ItemNames {
    private final Catalogue catalogue;

    ItemNamesForTheRegister(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Text> of(String item) {
        return catalogue.card(item).map(ItemCard::name);
    }
}
