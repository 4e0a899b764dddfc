package org.yichuang.journal.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.journal.Entry;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;

/** What all modules say of their entries, put together. */
@Component
class Words {
    private static final Pattern SUBJECT = Pattern.compile("[a-z]+:[\\w-]{1,100}");

    private final List<RecordWords> modules;

    Words(ObjectProvider<RecordWords> modules) {
        this.modules = modules.orderedStream().toList();
    }

    /** The subject that is meant by what was typed; what nobody knows is one itself. */
    String subject(String typed) {
        return known(typed).orElse(typed);
    }

    /** The subject of whose number was typed; empty for a subject, and for other words. */
    Optional<String> numbered(String typed) {
        return typed.matches("\\s*[a-z]+:.*") || known(typed).isPresent()
                ? Optional.empty()
                : modules.stream()
                        .flatMap(module -> module.numbered(typed).stream())
                        .findFirst();
    }

    private Optional<String> known(String typed) {
        return modules.stream()
                .flatMap(module -> module.subject(typed).stream())
                .findFirst();
    }

    /** Those of a page: each module is asked for the names of each type of subject once. */
    PageWords of(List<Entry> entries) {
        Map<UUID, List<Leaf>> payloads =
                entries.stream().collect(Collectors.toMap(Entry::id, entry -> Leaf.of(entry.payload())));
        Set<String> subjects = new HashSet<>();
        for (Entry entry : entries) {
            var actor = entry.actor();
            subjects.add(entry.subject());
            add(subjects, "account:", actor.account());
            add(subjects, "post:", actor.post());
            add(subjects, "unit:", actor.unit());
            add(subjects, "", actor.onBehalfOf());
        }
        payloads.values().forEach(leaves -> leaves.forEach(leaf -> subjects.add(leaf.value())));
        List<Map<String, String>> values =
                payloads.values().stream().map(Leaf::values).toList();
        return new PageWords(modules.stream().map(module -> module.of(values)).toList(), names(subjects), payloads);
    }

    private static void add(Set<String> subjects, String type, @Nullable Object code) {
        if (code != null) {
            subjects.add(type + code);
        }
    }

    private Map<String, Text> names(Collection<String> subjects) {
        Map<String, List<String>> types = subjects.stream()
                .filter(SUBJECT.asMatchPredicate())
                .collect(Collectors.groupingBy(
                        subject -> subject.substring(0, subject.indexOf(':')),
                        Collectors.mapping(
                                subject -> subject.substring(subject.indexOf(':') + 1), Collectors.toList())));
        Map<String, Text> names = new HashMap<>();
        types.forEach((type, codes) -> modules.forEach(
                module -> module.names(type, codes).forEach((code, name) -> names.put(type + ":" + code, name))));
        return names;
    }
}
