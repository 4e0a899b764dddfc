package org.yichuang.journal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/**
 * A fact of a payload as it stands in a list; what it was and what it is are one.
 *
 * @param label null where the text says it without
 */
public record Brief(@Nullable Text label, String text) {
    /** How many fill two lines. */
    static final int MOST = 6;

    /** Without ids and hashes, and without what is nested deeper than a changed row. */
    static List<Brief> of(Ui ui, List<Fact> facts, Map<String, Text> keys) {
        Map<String, Fact> at = facts.stream().collect(Collectors.toMap(Fact::path, fact -> fact, (one, same) -> one));
        Set<String> earlier = at.keySet().stream().map(Brief::before).collect(Collectors.toSet());
        List<String> order = List.copyOf(keys.keySet());
        return facts.stream()
                .filter(fact -> !fact.technical() && flat(fact.path()) && !earlier.contains(fact.path()))
                .sorted(Comparator.comparingInt(fact -> rank(fact, order)))
                .flatMap(fact -> of(ui, fact, at.get(before(fact.path())), keys).stream())
                .toList();
    }

    private static Optional<Brief> of(Ui ui, Fact fact, @Nullable Fact before, Map<String, Text> keys) {
        if (before == null) {
            Text label = fact.label() == null ? Text.same(fact.path()) : fact.label();
            return Optional.of(new Brief(label, fact.said(ui)));
        }
        boolean state = fact.path().equals("to");
        Text label = state ? null : keys.get(fact.key());
        if (before.value().equals(fact.value())) {
            return state ? Optional.of(new Brief(null, fact.said(ui))) : Optional.empty();
        }
        return Optional.of(new Brief(label, before.said(ui) + " → " + fact.said(ui)));
    }

    private static int rank(Fact fact, List<String> order) {
        int rank = order.indexOf(fact.path().replaceFirst("[.\\[].*", ""));
        return rank < 0 ? order.size() : rank;
    }

    private static boolean flat(String path) {
        return path.indexOf('.') < 0 || path.matches("(is|was|removed)\\.[^.\\[]+");
    }

    /** Where it stands what this was before; blank for what has no such place. */
    private static String before(String path) {
        if (path.equals("to")) {
            return "from";
        }
        if (path.startsWith("is.")) {
            return "was." + path.substring(3);
        }
        return path.startsWith("new") ? "old" + path.substring(3) : "";
    }
}
