package org.yichuang.catalogue.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.yichuang.journal.Entry;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;
import tools.jackson.databind.json.JsonMapper;

/** One entry of an item's record, in words: which version it is about, and not the payload, which the auditor reads. */
public record RecordLine(Instant at, Text what, Text who, int version) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACCOUNT = "account";
    private static final Text SYSTEM = Text.of("系统", "System");

    /** @param modules who know what the kinds and the accounts are called */
    static List<RecordLine> of(List<Entry> entries, List<RecordWords> modules) {
        List<String> accounts = entries.stream()
                .map(entry -> entry.actor().account())
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .toList();
        var kinds = new HashMap<String, Text>();
        var names = new HashMap<String, Text>();
        for (RecordWords module : modules) {
            kinds.putAll(module.kinds());
            names.putAll(module.names(ACCOUNT, accounts));
        }
        return entries.stream().map(entry -> line(entry, kinds, names)).toList();
    }

    private static RecordLine line(Entry entry, Map<String, Text> kinds, Map<String, Text> names) {
        UUID account = entry.actor().account();
        Text who = account == null ? SYSTEM : names.getOrDefault(account.toString(), Text.of("", ""));
        return new RecordLine(
                entry.at(),
                kinds.getOrDefault(entry.kind(), Text.same(entry.kind())),
                who,
                JSON.readTree(entry.payload()).path("version").asInt());
    }
}
