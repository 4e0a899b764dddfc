package org.yichuang.casework.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Fact;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.CaseFilings;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.CaseWriter.Written;
import org.yichuang.documents.Documents;
import org.yichuang.documents.Letters;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.Link;
import org.yichuang.journal.NewEntry;

/**
 * Makes what an act puts on record: the entries of the case's chain, with the letters' references in them, and in the
 * first one the fingerprint of what the act filed.
 */
@Component
class Recording {
    private final Journal journal;
    private final Letters letters;
    private final LetterWriter writer;
    private final Documents documents;

    Recording(Journal journal, Letters letters, LetterWriter writer, Documents documents) {
        this.journal = journal;
        this.letters = letters;
        this.writer = writer;
        this.documents = documents;
    }

    /** The subject of a case's entries. */
    static String subject(UUID caseId) {
        return "case:" + caseId;
    }

    /** Of a new case. */
    Written of(Result.Done done, Who who, Setting at) {
        return of(null, Link.NONE, done, who, at);
    }

    Written of(Found found, Result.Done done, Who who, Setting at) {
        return of(found.file(), found.head(), done, who, at);
    }

    private Written of(@Nullable CaseFile before, Link head, Result.Done done, Who who, Setting at) {
        CaseFile file = done.file();
        String filed = CaseFilings.filed(before, file) ? CaseFilings.fingerprint(file) : null;
        Actor actor = actor(who, done.power());
        var entries = new ArrayList<Entry>();
        var written = new ArrayList<PreparedLetter>();
        Link link = head;
        for (Fact fact : done.facts()) {
            List<PreparedLetter> made = fact.letters().stream()
                    .map(letter -> letters.prepare(writer.write(letter, file, who, at)))
                    .toList();
            Map<String, ?> payload = payload(fact, entries.isEmpty() ? filed : null, made);
            var next = new NewEntry(fact.kind(), subject(file.is().id()), actor, payload);
            Entry entry = journal.chain(next, link, at.now());
            entries.add(entry);
            written.addAll(made);
            link = entry.link();
        }
        return new Written(entries, written, done.denial(), at.relied());
    }

    private Map<String, ?> payload(Fact fact, @Nullable String filed, List<PreparedLetter> made) {
        var all = new LinkedHashMap<>(fact.payload());
        if (filed != null) {
            all.put("filed", filed);
        }
        all.computeIfPresent("replaced", (key, replaced) -> fingerprinted(replaced));
        if (made.isEmpty()) {
            return all;
        }
        all.put("letters", made.stream().map(PreparedLetter::reference).toList());
        return all;
    }

    /** Files that a correction replaced, with their fingerprints: what the case held is provable afterwards. */
    private Object fingerprinted(Object replaced) {
        if (!(replaced instanceof List<?> files)) {
            return replaced;
        }
        return files.stream()
                .map(file -> file instanceof Map<?, ?> one ? fingerprinted(one) : file)
                .toList();
    }

    private Map<Object, Object> fingerprinted(Map<?, ?> file) {
        var all = new LinkedHashMap<Object, Object>(file);
        if (file.get("file") instanceof String id) {
            documents.find(UUID.fromString(id)).ifPresent(stored -> all.put("sha256", stored.sha256()));
        }
        return all;
    }

    private static Actor actor(Who who, @Nullable Power power) {
        UUID account = who.account();
        if (account == null) {
            return Actor.SYSTEM;
        }
        UUID behalf = power == null ? null : power.onBehalfOf();
        return power == null
                ? Actor.of(account)
                : new Actor(account, power.post(), power.unit(), behalf == null ? null : "account:" + behalf);
    }
}
