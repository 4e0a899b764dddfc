package org.yichuang.catalogue.document;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.shared.DemoStep;

/** The themes and life events that every city begins with. */
@Component
@Order(DemoStep.CATALOGUE - 1)
class TopicsStep implements DemoStep {
    private final CatalogueImport imports;

    TopicsStep(CatalogueImport imports) {
        this.imports = imports;
    }

    @Override
    public boolean demoOnly() {
        return false;
    }

    @Override
    public void fill() {
        imports.loadTopics();
    }
}
