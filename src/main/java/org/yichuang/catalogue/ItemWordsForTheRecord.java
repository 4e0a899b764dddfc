package org.yichuang.catalogue;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;

/** Says to who reads the record what was done with items, and what they are called. */
@Component
@Order(40)
class ItemWordsForTheRecord implements RecordWords {
    private static final Map<String, Text> KINDS = RecordWords.inOrder(
            entry("item", Text.of("事项", "Items")),
            entry(ItemKinds.DRAFTED, Text.of("起草事项", "Item drafted")),
            entry(ItemKinds.EDITED, Text.of("修改事项", "Item edited")),
            entry(ItemKinds.CHECKED, Text.of("核对事项", "Item checked")),
            entry(ItemKinds.PUBLISHED, Text.of("发布事项", "Item published")),
            entry(ItemKinds.RETIRED, Text.of("停用事项", "Item retired")),
            entry(ItemKinds.DISCARDED, Text.of("丢弃草稿", "Draft discarded")),
            entry("catalogue", Text.of("目录", "Catalogue")),
            entry(ItemKinds.TOPICS_REPLACED, Text.of("换上主题和人生事件", "Themes and life events replaced")));

    private static final Map<String, Text> KEYS = RecordWords.inOrder(
            entry("version", Text.of("版本", "Version")), entry("sha256", Text.of("内容指纹", "Fingerprint of the content")));

    private static final Text TOPICS = Text.of("主题和人生事件", "Themes and life events");

    private final ItemStore items;

    ItemWordsForTheRecord(ItemStore items) {
        this.items = items;
    }

    @Override
    public Map<String, Text> kinds() {
        return KINDS;
    }

    @Override
    public Map<String, Text> keys() {
        return KEYS;
    }

    @Override
    public Map<String, Text> names(String type, Collection<String> codes) {
        return switch (type) {
            case "item" -> items.names(codes);
            case "catalogue" -> codes.contains("topics") ? Map.of("topics", TOPICS) : Map.of();
            default -> Map.of();
        };
    }
}
