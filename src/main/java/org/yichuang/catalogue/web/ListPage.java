package org.yichuang.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.network.Department;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Address;

/** The list of items as it was asked for, and the addresses that ask otherwise. */
public record ListPage(
        ItemQuery query,
        Page<ItemCard> found,
        int count,
        List<Topic> themes,
        List<Topic> lifeEvents,
        List<Department> departments,
        Function<String, Text> departmentName) {

    public String words() {
        return query.words() == null ? "" : query.words();
    }

    /** The topics of one half of the portal, or of both when none is chosen; empty ones are left out. */
    public List<Topic> shown(List<Topic> topics) {
        return topics.stream()
                .filter(topic -> topic.items() > 0)
                .filter(topic -> query.audience() == null || topic.audience() == query.audience())
                .toList();
    }

    public String forAudience(@Nullable Audience audience) {
        return address(new ItemQuery(query.words(), audience, null, null, query.department()), null);
    }

    /** Chooses a topic; chooses none when it is the one already chosen. */
    public String topic(Topic topic) {
        String key = chosen(topic) ? null : topic.key();
        boolean theme = topic.kind() == Topic.Kind.THEME;
        return address(
                new ItemQuery(
                        query.words(),
                        query.audience(),
                        theme ? key : query.theme(),
                        theme ? query.lifeEvent() : key,
                        query.department()),
                null);
    }

    /** The topics whose name is in what was typed, or has it in its own: a way on where nothing was found. */
    public List<Topic> meant() {
        String typed = words().strip().toLowerCase(Locale.ROOT);
        return Stream.concat(themes.stream(), lifeEvents.stream())
                .filter(topic -> topic.items() > 0 && !typed.isEmpty())
                .filter(topic -> Stream.of(topic.name().zh(), topic.name().en())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> typed.contains(name) || name.contains(typed)))
                .toList();
    }

    /** All items of a topic, whatever else was asked for. */
    public String only(Topic topic) {
        boolean theme = topic.kind() == Topic.Kind.THEME;
        return address(new ItemQuery(null, null, theme ? topic.key() : null, theme ? null : topic.key(), null), null);
    }

    public boolean chosen(Topic topic) {
        return topic.key().equals(topic.kind() == Topic.Kind.THEME ? query.theme() : query.lifeEvent());
    }

    public @Nullable String next() {
        return found.next() == null ? null : address(query, found.next());
    }

    /** Without any filter. */
    public String all() {
        return address(new ItemQuery(query.words(), null, null, null, null), null);
    }

    public boolean filtered() {
        return !filters().isEmpty();
    }

    /** The filters that stand, as a form or an address names them. */
    public Map<String, String> filters() {
        return filters(query);
    }

    private static Map<String, String> filters(ItemQuery query) {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "for", query.audience() == null ? null : query.audience().name());
        put(filters, "theme", query.theme());
        put(filters, "event", query.lifeEvent());
        put(filters, "dept", query.department());
        return filters;
    }

    private static void put(Map<String, String> pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            pairs.put(name, value);
        }
    }

    /** Where a query is answered, behind this place in its list. */
    static String address(ItemQuery query, @Nullable String after) {
        Map<String, String> pairs = new LinkedHashMap<>();
        put(pairs, "q", query.words());
        pairs.putAll(filters(query));
        put(pairs, "after", after);
        return Address.of("/items", pairs);
    }
}
