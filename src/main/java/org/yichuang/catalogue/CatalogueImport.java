package org.yichuang.catalogue;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.catalogue.document.DemoCatalogue;
import org.yichuang.catalogue.document.ItemCsv;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.catalogue.store.TopicStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;

/** Brings items in by the batch. */
@Service
@Transactional
public class CatalogueImport {
    private final DemoCatalogue demo;
    private final ItemCsv list;
    private final CatalogueOffice office;
    private final TopicStore topics;
    private final Shelf shelf;

    CatalogueImport(DemoCatalogue demo, ItemCsv list, CatalogueOffice office, TopicStore topics, Shelf shelf) {
        this.demo = demo;
        this.list = list;
        this.office = office;
        this.topics = topics;
        this.shelf = shelf;
    }

    /** The themes and life events that items are sorted under; those that are there already stay as they are. */
    public void loadTopics() {
        List<Topic> named = demo.topics();
        for (int i = 0; i < named.size(); i++) {
            topics.put(named.get(i), i);
        }
        shelf.changing();
    }

    /**
     * Publishes the demo city's items, each checked like any other; departments have to be there before. Items that the
     * database already knows are left as they are, so that it may be called again.
     *
     * @return how many were published
     */
    public int loadDemo() {
        loadTopics();
        List<ItemVersion> unknown = demo.items().stream()
                .filter(item -> office.versions(item.code()).isEmpty())
                .toList();
        unknown.forEach(item -> office.publishAtOnce(item, Actor.SYSTEM));
        return unknown.size();
    }

    /**
     * Makes a draft of every row of a CSV file ({@code name}, {@code item_code}, {@code department}, {@code task_type}).
     * All or nothing.
     *
     * @return the drafts, and what of the file they do not hold
     * @throws Problem 422 that names every bad row with its line and reason
     */
    public ItemCsv.Drafts drafts(String csv, Actor actor) {
        ItemCsv.Drafts drafts = list.read(csv, code -> !office.versions(code).isEmpty());
        drafts.items().forEach(draft -> office.draft(draft, actor));
        return drafts;
    }
}
