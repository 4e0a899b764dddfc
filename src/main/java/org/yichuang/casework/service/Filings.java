package org.yichuang.casework.service;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.Draft;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Opening;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.service.Applying.Party;
import org.yichuang.casework.service.Applying.Way;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseWriter;
import org.yichuang.casework.store.CaseWriter.Written;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Applications that applicants file themselves: a draft submitted, or all in one call. */
@Component
class Filings {
    private final CaseStore store;
    private final CaseWriter writer;
    private final Applying applying;
    private final Settings settings;
    private final Recording recording;
    private final Ids ids;
    private final Clock clock;

    Filings(
            CaseStore store,
            CaseWriter writer,
            Applying applying,
            Settings settings,
            Recording recording,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.applying = applying;
        this.settings = settings;
        this.recording = recording;
        this.ids = ids;
        this.clock = clock;
    }

    Receipt file(Visitor who, NewCase asked) {
        NewCase application = applying.tidied(asked);
        Way way = checked(who, application);
        Filed filed = filed(who, ids.next(), way, application);
        Set<UUID> files = Set.copyOf(ApplicationChecks.files(application.materials()));
        if (!writer.submit(filed.file, filed.written, files, who.id())) {
            own(application.materials(), Set.of(who.id()));
            throw new IllegalStateException("A new case was not written");
        }
        return filed.receipt();
    }

    /** The draft's id becomes the case's; null when the draft is not there any more as it was read. */
    @Nullable
    Receipt submit(Visitor who, Draft draft) {
        NewCase application = application(draft);
        Way way = checked(who, application);
        Filed filed = filed(who, draft.id(), way, application);
        return writer.submitDraft(filed.file, filed.written, draft.updatedAt()) ? filed.receipt() : null;
    }

    /** What a draft says. */
    static NewCase application(Draft draft) {
        return new NewCase(draft.item(), draft.division(), draft.answers(), draft.materials(), draft.way());
    }

    private Way checked(Visitor who, NewCase application) {
        ItemVersion item = applying.item(application.item());
        ApplicationChecks.onlineFor(item, who);
        ApplicationChecks.complete(item, application, WorkingCalendar.dayOf(clock.instant()));
        return applying.way(item, application);
    }

    /** A case to be written. */
    private record Filed(CaseFile file, Written written) {
        Receipt receipt() {
            return Applying.receipt(file, written);
        }
    }

    private Filed filed(Visitor who, UUID id, Way way, NewCase application) {
        var applicant = new Who.Applicant(who.id(), who.name());
        var party = new Party(who.id(), who.name(), who.is(Role.RESIDENT), true, null);
        Setting at = settings.of(way.item(), party.claimed());
        Particulars is = applying.particulars(id, way, party, null, applicant, at.now());
        Result.Done done = Opening.submit(
                is,
                application.answers(),
                application.materials(),
                Applying.delivery(application, party),
                applicant,
                null,
                at);
        return new Filed(done.file(), recording.of(done, applicant, at));
    }

    /** @throws Problem that names each material whose file is not one of these accounts' uploads */
    void own(List<SubmittedMaterial> materials, Set<UUID> owners) {
        List<UUID> files = ApplicationChecks.files(materials);
        ApplicationChecks.owned(materials, files.isEmpty() ? List.of() : store.owned(files, owners));
    }
}
