package org.yichuang.casework.service;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Network;
import org.yichuang.shared.Mask;
import org.yichuang.shared.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A case's record, from the journal, in words. */
@Component
class Timelines {
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    /** What of an entry's facts says when something is due. */
    private static final Set<String> DUES = Set.of(
            "promiseDue",
            "statuteDue",
            "oldDue",
            "newDue",
            "oldPromiseDue",
            "newPromiseDue",
            "oldStatuteDue",
            "newStatuteDue");

    private final Journal journal;
    private final Network network;
    private final Catalogue catalogue;
    private final JsonMapper json;

    Timelines(Journal journal, Network network, Catalogue catalogue, JsonMapper json) {
        this.journal = journal;
        this.catalogue = catalogue;
        this.network = network;
        this.json = json;
    }

    /** Oldest first. */
    List<TimelineEntry> of(CaseFile file) {
        List<Entry> entries = journal.of(Recording.subject(file.is().id()));
        Map<String, Text> posts = network.postNames(entries.stream()
                .map(entry -> entry.actor().post())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        ItemVersion item = catalogue.version(file.is().item(), file.is().itemVersion());
        return entries.stream()
                .map(entry -> entry(entry, by(entry, file, posts), item))
                .toList();
    }

    /**
     * For anybody with the query code: titles, times and due dates, no words of officers and applicants, no names.
     */
    List<TimelineEntry> published(CaseFile file) {
        return of(file).stream()
                .map(entry -> new TimelineEntry(
                        entry.id(),
                        entry.at(),
                        entry.kind(),
                        TimelineWords.publicTitle(entry.kind(), entry.payload()),
                        Text.of("", ""),
                        Text.of("", ""),
                        dues(entry.payload()),
                        entry.hash()))
                .toList();
    }

    private static Map<String, Object> dues(Map<String, Object> payload) {
        var dues = new HashMap<String, Object>(payload);
        dues.keySet().retainAll(DUES);
        return dues;
    }

    private TimelineEntry entry(Entry entry, Text by, ItemVersion item) {
        Map<String, Object> payload = json.readValue(entry.payload(), PAYLOAD);
        Text who = payload.get("by") == null
                ? by
                : Text.of(payload.get("by") + join(by.zh()), payload.get("by") + join(by.en()));
        return new TimelineEntry(
                entry.id(),
                entry.at(),
                entry.kind(),
                TimelineWords.title(entry.kind(), payload),
                TimelineWords.detail(entry.kind(), payload, item),
                who,
                payload,
                HexFormat.of().formatHex(entry.hash()));
    }

    private static String join(String post) {
        return post.isEmpty() ? "" : " · " + post;
    }

    private static Text by(Entry entry, CaseFile file, Map<String, Text> posts) {
        UUID account = entry.actor().account();
        String post = entry.actor().post();
        if (account == null) {
            return Text.of("系统计时", "The clock");
        }
        if (account.equals(file.is().applicant())) {
            return Text.same(file.is().applicantName());
        }
        return post == null ? Text.of("监督单位", "Supervising unit") : posts.getOrDefault(post, Text.same(post));
    }

    /** A name as the public sees it: a person's family name, a company's whole. */
    static String published(String name, boolean person) {
        return person ? Mask.name(name) : name;
    }
}
