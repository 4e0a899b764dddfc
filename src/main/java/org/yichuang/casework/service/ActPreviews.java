package org.yichuang.casework.service;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Previews;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.documents.Letters;
import org.yichuang.shared.web.Visitor;

/** Does an act in the pure domain and keeps nothing of it but what it would say. */
@Service
class ActPreviews implements Previews {
    private final CaseStore store;
    private final People people;
    private final Settings settings;
    private final LetterWriter writer;
    private final Letters letters;

    ActPreviews(CaseStore store, People people, Settings settings, LetterWriter writer, Letters letters) {
        this.store = store;
        this.people = people;
        this.settings = settings;
        this.writer = writer;
        this.letters = letters;
    }

    @Override
    public Preview of(Visitor visitor, UUID caseId, CaseAct act) {
        Found found = store.find(caseId, people.officer(visitor), Transitions.acts(act.kind()), people.today())
                .orElseThrow(People::notFound);
        CaseFile file = found.file();
        Who who = people.actor(visitor, file, found.powers(), act.kind());
        Setting at = settings.of(file, act, found.roster());
        return switch (file.act(act, who, at)) {
            case Result.No no -> Preview.no(people.why(no, who, file));
            case Result.Wrong(var errors) -> Preview.wrong(errors);
            case Result.Done done -> preview(done, who, at);
        };
    }

    private Preview preview(Result.Done done, Who who, Setting at) {
        CaseFile after = done.file();
        var made = done.facts().stream()
                .flatMap(fact -> fact.letters().stream())
                .map(letter -> letters.preview(writer.write(letter, after, who, at)))
                .toList();
        return new Preview(made, after.state(), after.due(), after.ending().deliveryDue(), List.of(), null);
    }
}
