package org.yichuang.catalogue;

import static java.util.stream.Collectors.toMap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.catalogue.document.TopicCsv;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.catalogue.store.Listed;
import org.yichuang.catalogue.store.Shelf;
import org.yichuang.catalogue.store.TopicStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** The city's themes and life events: out as a file, and in again as a whole, in the order of its rows. */
@Service
public class Topics {
    private final TopicStore store;
    private final ItemStore published;
    private final Shelf shelf;
    private final Journal journal;

    Topics(TopicStore store, ItemStore published, Shelf shelf, Journal journal) {
        this.store = store;
        this.published = published;
        this.shelf = shelf;
        this.journal = journal;
    }

    /** What a replacement did, by kind and key of the topics: {@code THEME.start}. */
    public record TopicChanges(
            @Schema(description = "New ones, as `THEME.start`")
            List<String> added,

            @Schema(description = "With another name or for others than before")
            List<String> changed,

            @Schema(description = "Those that the file does not have")
            List<String> removed) {}

    /** All of them in their order, with the number of published items behind each. */
    public List<Topic> all() {
        return shelf.now().topics();
    }

    /**
     * Replaces them by those of a file. A topic is known by kind and key; one under which published items stand stays.
     *
     * @param csv with the columns of {@link TopicCsv}
     * @throws Problem 422 on {@code file} that names every bad row with its line and reason, or every such topic that is
     *     missing, and changes nothing
     */
    @Transactional
    public TopicChanges replace(String csv, Actor by) {
        List<Topic> wanted = TopicCsv.read(csv);
        store.lock();
        Map<String, Topic> before = byName(store.topics());
        Map<String, Topic> after = byName(wanted);
        List<String> removed = namesOf(before, (name, topic) -> !after.containsKey(name));
        List<String> added = namesOf(after, (name, topic) -> !before.containsKey(name));
        List<String> changed =
                namesOf(after, (name, topic) -> before.containsKey(name) && !topic.equals(before.get(name)));
        var missing = new LinkedHashMap<>(before);
        missing.keySet().removeAll(after.keySet());
        if (!missing.isEmpty()) {
            Problem.ifAny(inUse(missing));
        }
        if (!wanted.equals(List.copyOf(before.values()))) {
            store.replace(wanted);
            shelf.changing();
            journal.append(new NewEntry(
                    ItemKinds.TOPICS_REPLACED,
                    ItemKinds.TOPICS,
                    by,
                    Map.of("added", added, "changed", changed, "removed", removed)));
        }
        return new TopicChanges(added, changed, removed);
    }

    private static List<String> namesOf(Map<String, Topic> topics, BiPredicate<String, Topic> which) {
        return topics.entrySet().stream()
                .filter(one -> which.test(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those of the missing topics under which published items stand, each with how many. */
    private List<FieldError> inUse(Map<String, Topic> missing) {
        List<ItemCard> cards = published.changes(-1).stream()
                .map(ItemStore.Change::listed)
                .filter(Objects::nonNull)
                .map(Listed::card)
                .toList();
        List<FieldError> errors = new ArrayList<>();
        missing.forEach((name, topic) -> {
            List<Text> items =
                    cards.stream().filter(topic::has).map(ItemCard::name).toList();
            if (!items.isEmpty()) {
                errors.add(new FieldError("file", missed(name, items)));
            }
        });
        return errors;
    }

    private static Text missed(String name, List<Text> items) {
        Text first = items.getFirst();
        boolean one = items.size() == 1;
        return Text.of(
                "少了 " + name + "，还有 " + items.size() + " 个已发布的事项归在下面，例如“" + first.zh() + "”",
                name + " is missing, and "
                        + (one ? "a published item stands" : items.size() + " published items stand")
                        + " under it, as “" + first.en() + "”");
    }

    private static Map<String, Topic> byName(List<Topic> topics) {
        return topics.stream()
                .collect(toMap(
                        topic -> topic.kind() + "." + topic.key(),
                        Function.identity(),
                        (one, same) -> one,
                        LinkedHashMap::new));
    }
}
