package org.yichuang.casework.service;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Draft;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.Opening;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.service.Applying.Party;
import org.yichuang.casework.service.Applying.Way;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Ready;
import org.yichuang.casework.store.CaseStore.Written;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.journal.Link;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Applications that applicants file themselves: a draft submitted, or all in one call. */
@Component
class Filings {
    private final CaseStore store;
    private final Applying applying;
    private final People people;
    private final Settings settings;
    private final Recording recording;
    private final Ids ids;

    Filings(CaseStore store, Applying applying, People people, Settings settings, Recording recording, Ids ids) {
        this.store = store;
        this.applying = applying;
        this.people = people;
        this.settings = settings;
        this.recording = recording;
        this.ids = ids;
    }

    Receipt file(Visitor who, NewCase application) {
        Way way = checked(who, application);
        List<UUID> files = ApplicationChecks.files(application.materials());
        Ready ready = store.ready(
                files, Set.of(who.id()), null, way.unit().code(), way.item().code(), List.of(), people.today());
        ApplicationChecks.owned(application.materials(), ready.files());
        Receipt receipt = submit(who, ids.next(), way, application, ready.number(), false);
        if (receipt == null) {
            throw new IllegalStateException("A new case was not written");
        }
        return receipt;
    }

    /** The draft's id becomes the case's; null when the draft is gone: it was submitted before. */
    @Nullable
    Receipt submit(Visitor who, Draft draft) {
        var application = new NewCase(draft.item(), draft.division(), draft.answers(), draft.materials(), draft.way());
        Way way = checked(who, application);
        return submit(who, draft.id(), way, application, store.nextNumber(), true);
    }

    private Way checked(Visitor who, NewCase application) {
        ItemVersion item = applying.item(application.item());
        if (!who.is(Role.RESIDENT) && !who.is(Role.COMPANY)) {
            throw Problem.forbidden("只有个人和企业账号可以申请", "Only residents and companies can apply");
        }
        ApplicationChecks.audience(item, who.is(Role.RESIDENT));
        ApplicationChecks.online(item);
        ApplicationChecks.complete(item, application);
        return applying.way(item, application);
    }

    private @Nullable Receipt submit(Visitor who, UUID id, Way way, NewCase application, long number, boolean draft) {
        var applicant = new Who.Applicant(who.id(), who.name());
        var party = new Party(who.id(), who.name(), who.is(Role.RESIDENT), null);
        Setting at = settings.of(way.item());
        Particulars is = applying.online(id, number, way, party, at.now());
        Result.Done done = Opening.submit(
                is,
                application.answers(),
                application.materials(),
                Applying.delivery(application),
                applicant,
                null,
                at);
        Written written = recording.of(done, applicant, at, Link.NONE);
        return store.submit(done.file(), written, draft) ? Applying.receipt(done.file(), written) : null;
    }

    /** @throws Problem that names each material whose file is not one of these accounts' uploads */
    void own(List<SubmittedMaterial> materials, Set<UUID> owners) {
        List<UUID> files = ApplicationChecks.files(materials);
        ApplicationChecks.owned(materials, files.isEmpty() ? List.of() : store.owned(files, owners));
    }
}
