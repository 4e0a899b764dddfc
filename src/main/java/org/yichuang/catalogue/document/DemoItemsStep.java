package org.yichuang.catalogue.document;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.shared.DemoStep;

/** The demo city's items. */
@Component
@Order(DemoStep.CATALOGUE)
class DemoItemsStep implements DemoStep {
    private final CatalogueImport imports;

    DemoItemsStep(CatalogueImport imports) {
        this.imports = imports;
    }

    @Override
    public void fill() {
        imports.loadDemo();
    }
}
