package org.yichuang.casework.service;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Previews;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Permission;
import org.yichuang.casework.domain.Power;
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
        Setting at = settings.of(file, act);
        String post = post(file, act, who, at);
        return switch (file.act(act, who, at)) {
            case Result.No no -> Preview.no(people.why(no, who, file));
            case Result.Wrong(var errors) -> Preview.wrong(post, errors);
            case Result.Done done -> preview(post, done, who, at);
        };
    }

    /** The post whose act it would be, however it is told. */
    private static @Nullable String post(CaseFile file, CaseAct act, Who who, Setting at) {
        String step = act instanceof CaseAct.FinishStep finish ? finish.step() : "";
        return Permission.of(file, act.kind(), step, who, at) instanceof Permission.Given(Power power) && power != null
                ? power.post()
                : null;
    }

    private Preview preview(@Nullable String post, Result.Done done, Who who, Setting at) {
        CaseFile after = done.file();
        var made = done.facts().stream()
                .flatMap(fact -> fact.letters().stream())
                .map(letter -> letters.preview(writer.write(letter, after, who, at)))
                .toList();
        return new Preview(
                post, made, after.state(), after.due(), after.ending().deliveryDue(), List.of(), null);
    }
}
