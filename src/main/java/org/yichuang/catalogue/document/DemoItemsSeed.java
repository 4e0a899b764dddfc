package org.yichuang.catalogue.document;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.shared.Seed;

/** The demo city's items. */
@Component
@Order(Seed.CATALOGUE)
class DemoItemsSeed implements Seed {
    private final CatalogueImport imports;

    DemoItemsSeed(CatalogueImport imports) {
        this.imports = imports;
    }

    @Override
    public void fill() {
        imports.loadDemo();
    }
}
