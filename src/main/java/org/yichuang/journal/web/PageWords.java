package org.yichuang.journal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** The words of a page of the record. */
public final class PageWords {
    private static final Map<String, Text> FLAGS = Map.of("true", Text.of("是", "Yes"), "false", Text.of("否", "No"));

    private final List<RecordWords> modules;
    private final Map<String, Text> names;
    private final Map<UUID, List<Leaf>> payloads;

    PageWords(List<RecordWords> modules, Map<String, Text> names, Map<UUID, List<Leaf>> payloads) {
        this.modules = modules;
        this.names = names;
        this.payloads = payloads;
    }

    /**
     * Kinds that begin alike.
     *
     * @param prefix what they begin with, which is a choice too
     */
    public record Group(String prefix, Text name, Map<String, Text> kinds) {}

    /** What a kind is called, or all that begin so; empty where no module knows it. */
    public Optional<Text> kind(String kind) {
        return modules.stream()
                .flatMap(module -> Optional.ofNullable(module.kinds().get(kind)).stream())
                .findFirst();
    }

    public List<Group> groups() {
        var groups = new LinkedHashMap<String, Group>();
        for (RecordWords module : modules) {
            module.kinds().forEach((kind, name) -> {
                String prefix = prefix(kind);
                Group group = groups.computeIfAbsent(
                        prefix,
                        begins -> new Group(begins, kind(begins).orElse(Text.same(begins)), new LinkedHashMap<>()));
                if (!kind.equals(prefix)) {
                    group.kinds().put(kind, name);
                }
            });
        }
        return List.copyOf(groups.values());
    }

    /** What a subject is called, or an account, post or unit, by {@code account:…}, {@code post:…}, {@code unit:…}. */
    public Optional<Text> name(String subject) {
        return Optional.ofNullable(names.get(subject));
    }

    /** Who acted; blank for one that is no more. */
    public String actor(Ui ui, Entry entry) {
        UUID account = entry.actor().account();
        return account == null
                ? ui.t("系统", "System")
                : name("account:" + account).map(ui::t).orElse("");
    }

    /** All of an entry's payload, in its order. */
    public List<Fact> facts(Entry entry) {
        Map<String, Text> keys = keys(entry);
        List<Leaf> leaves = payloads.getOrDefault(entry.id(), List.of());
        Map<String, String> payload = Leaf.values(leaves);
        return leaves.stream()
                .map(leaf ->
                        new Fact(leaf.path(), leaf.key(), label(leaf, keys), leaf.value(), word(entry, leaf, payload)))
                .toList();
    }

    /** The payload in a line: what says most, without what the row says already. */
    public List<Brief> brief(Ui ui, Entry entry) {
        String subject = name(entry.subject()).map(ui::t).orElse("");
        return Brief.of(ui, facts(entry), keys(entry)).stream()
                .filter(one -> !one.text().isBlank()
                        && !one.text().equals(actor(ui, entry))
                        && !(" " + subject + " ").contains(" " + one.text() + " "))
                .limit(Brief.MOST)
                .toList();
    }

    private Map<String, Text> keys(Entry entry) {
        return module(entry).map(RecordWords::keys).orElse(Map.of());
    }

    private Optional<RecordWords> module(Entry entry) {
        return modules.stream()
                .filter(module -> module.kinds().containsKey(prefix(entry.kind())))
                .findFirst();
    }

    private @Nullable Text word(Entry entry, Leaf leaf, Map<String, String> payload) {
        return module(entry)
                .flatMap(module -> module.value(leaf.key(), leaf.value(), payload))
                .or(() -> name(leaf.value()))
                .or(() -> Optional.ofNullable(FLAGS.get(leaf.value())))
                .orElse(null);
    }

    /** 文书 1 · 指纹. */
    private static @Nullable Text label(Leaf leaf, Map<String, Text> keys) {
        if (leaf.steps().stream().noneMatch(keys::containsKey)) {
            return null;
        }
        var label = new ArrayList<Text>();
        for (String step : leaf.steps()) {
            if (Leaf.place(step) && !label.isEmpty()) {
                String nth = " " + (Integer.parseInt(step.substring(1, step.length() - 1)) + 1);
                Text list = label.removeLast();
                label.add(Text.of(list.zh() + nth, list.en() + nth));
            } else {
                label.add(keys.getOrDefault(step, Text.same(step)));
            }
        }
        return label.stream().collect(Text.joining(" · ", " · "));
    }

    private static String prefix(String kind) {
        int point = kind.indexOf('.');
        return point < 0 ? kind : kind.substring(0, point);
    }
}
