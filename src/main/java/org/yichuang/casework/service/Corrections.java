package org.yichuang.casework.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.Completeness;
import org.yichuang.casework.store.DraftStore;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/**
 * What an applicant wrote and uploaded in answer to a correction notice and has not handed in: it is kept as drafts are.
 */
@Component
public class Corrections {
    private final DraftStore store;
    private final Clock clock;

    Corrections(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is kept for the notice that the case has now. */
    public Optional<Draft> of(Visitor who, CaseView view) {
        CaseView.Notice notice = view.notice();
        return notice == null ? Optional.empty() : store.correction(who.id(), view.id(), notice.at());
    }

    /**
     * Keeps what a page says, and what another page wrote meanwhile; {@link InTurn}.
     *
     * @param changed the fields whose answers the page changed
     * @param shown the ids of the files that the page showed
     * @return all that is kept now
     * @throws Problem 422 of answers that no field could have, and of more files than an application may have
     */
    public Draft keep(
            Visitor who,
            CaseView view,
            ItemVersion item,
            Map<String, Object> answers,
            List<SubmittedMaterial> files,
            Set<String> changed,
            Set<String> shown) {
        CaseView.Notice notice = view.notice();
        if (notice == null || !view.may(ActKind.SUPPLEMENT)) {
            throw Problem.conflict("illegal-transition", "这个办件现在不用补正", "The case waits for no corrections");
        }
        Problem.ifAny(item.form().checkDraft(answers));
        var kept = new Draft(
                view.id(),
                who.id(),
                item.code(),
                item.version(),
                null,
                answers,
                files,
                DeliveryWay.ELECTRONIC,
                clock.instant());
        Draft all = store.correct(kept, changed, shown, notice.at()).orElseThrow();
        Completeness.few(all.materials().size());
        return all;
    }

    /** They were handed in. */
    public void done(Visitor who, UUID caseId) {
        store.corrected(who.id(), caseId);
    }
}
