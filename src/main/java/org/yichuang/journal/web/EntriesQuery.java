package org.yichuang.journal.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yichuang.journal.store.EntryFilter;
import org.yichuang.shared.web.Address;

/** The list's address as it was asked for: what was typed, kept as it was typed. */
public record EntriesQuery(String subject, String kind, String from, String to) {
    static EntriesQuery of(Map<String, String> asked) {
        return new EntriesQuery(
                asked.getOrDefault("subject", ""),
                asked.getOrDefault("kind", ""),
                asked.getOrDefault("from", ""),
                asked.getOrDefault("to", ""));
    }

    /** @param meant the subject that is meant by what was typed for one */
    EntryFilter filter(UnaryOperator<String> meant) {
        return EntryFilter.of(meant.apply(subject), kind, from, to);
    }

    public boolean narrowed() {
        return !(subject + kind + from + to).isBlank();
    }

    public String next(String cursor) {
        return address("/admin/journal", cursor);
    }

    public String export() {
        return address("/admin/journal.csv", "");
    }

    /** Where this subject's entries stand among what the other filters leave. */
    String about(String one) {
        return new EntriesQuery(one, kind, from, to).address("/admin/journal", "");
    }

    /** Where all entries of one subject stand. */
    public static String of(String subject) {
        return new EntriesQuery(subject, "", "", "").address("/admin/journal", "");
    }

    private String address(String path, String after) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("subject", subject);
        parts.put("kind", kind);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("after", after);
        return Address.of(path, parts);
    }
}
