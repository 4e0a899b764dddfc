package org.yichuang.catalogue.document;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.shared.Seed;

/** The themes and life events that every city begins with. */
@Component
@Order(Seed.CATALOGUE - 1)
class TopicsSeed implements Seed {
    private final CatalogueImport imports;

    TopicsSeed(CatalogueImport imports) {
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
