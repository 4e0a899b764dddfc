package org.yichuang.catalogue.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.network.Department;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;

/** The list of items as it was asked for, and the addresses that ask otherwise. */
public record ListPage(
        ItemQuery query,
        Page<ItemCard> found,
        int count,
        boolean first,
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
        return address(query.words(), audience, null, null, query.department(), null);
    }

    /** Chooses a topic; chooses none when it is the one already chosen. */
    public String topic(Topic topic) {
        boolean theme = topic.kind() == Topic.Kind.THEME;
        return address(
                query.words(),
                query.audience(),
                theme ? toggle(query.theme(), topic.key()) : query.theme(),
                theme ? query.lifeEvent() : toggle(query.lifeEvent(), topic.key()),
                query.department(),
                null);
    }

    public boolean chosen(Topic topic) {
        return topic.key().equals(topic.kind() == Topic.Kind.THEME ? query.theme() : query.lifeEvent());
    }

    public @Nullable String next() {
        return found.next() == null
                ? null
                : address(
                        query.words(),
                        query.audience(),
                        query.theme(),
                        query.lifeEvent(),
                        query.department(),
                        found.next());
    }

    /** Without any filter. */
    public String all() {
        return address(query.words(), null, null, null, null, null);
    }

    public boolean filtered() {
        return Stream.of(query.theme(), query.lifeEvent(), query.department())
                        .anyMatch(value -> value != null && !value.isBlank())
                || query.audience() != null;
    }

    private static @Nullable String toggle(@Nullable String now, String key) {
        return key.equals(now) ? null : key;
    }

    private static String address(
            @Nullable String words,
            @Nullable Audience audience,
            @Nullable String theme,
            @Nullable String event,
            @Nullable String department,
            @Nullable String after) {
        String query = Stream.of(
                        pair("q", words),
                        pair("for", audience == null ? null : audience.name()),
                        pair("theme", theme),
                        pair("event", event),
                        pair("dept", department),
                        pair("after", after))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/items" : "/items?" + query;
    }

    private static String pair(String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : name + "=" + UriUtils.encode(value, "UTF-8");
    }
}
