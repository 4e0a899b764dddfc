package org.yichuang.catalogue;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.catalogue.document.DemoCatalogue;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.catalogue.store.TopicStore;
import org.yichuang.journal.Actor;

/** Brings items in by the batch. */
@Service
@Transactional
public class CatalogueImport {
    private final DemoCatalogue demo;
    private final CatalogueOffice office;
    private final TopicStore topics;
    private final Shelf shelf;

    CatalogueImport(DemoCatalogue demo, CatalogueOffice office, TopicStore topics, Shelf shelf) {
        this.demo = demo;
        this.office = office;
        this.topics = topics;
        this.shelf = shelf;
    }

    /**
     * Publishes the demo city's items, each checked like any other; departments have to be there before. Items that the
     * database already knows are left as they are, so that it may be called again.
     *
     * @return how many were published
     */
    public int loadDemo() {
        List<Topic> named = demo.topics();
        for (int i = 0; i < named.size(); i++) {
            topics.put(named.get(i), i);
        }
        shelf.changing();
        List<ItemVersion> unknown = demo.items().stream()
                .filter(item -> office.versions(item.code()).isEmpty())
                .toList();
        unknown.forEach(this::publish);
        return unknown.size();
    }

    private void publish(ItemVersion item) {
        office.publishAtOnce(item, Actor.SYSTEM);
    }
}
