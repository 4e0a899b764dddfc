package org.yichuang.casework.web.applicant;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.service.Competence;
import org.yichuang.casework.service.KnownFacts;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Reads drafts with their items, and begins them with what is known already. */
@Component
class Drafting {
    private static final int NOT_FOUND = 404;

    private final Drafts drafts;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Districts districts;
    private final Competence competence;
    private final LocalRules rules;
    private final Clock clock;

    Drafting(
            Drafts drafts,
            Cases cases,
            Catalogue catalogue,
            Accounts accounts,
            Districts districts,
            Competence competence,
            LocalRules rules,
            Clock clock) {
        this.rules = rules;
        this.competence = competence;
        this.clock = clock;
        this.drafts = drafts;
        this.cases = cases;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.districts = districts;
    }

    DraftPage page(Visitor visitor, UUID id) {
        return page(visitor, drafts.get(visitor, id));
    }

    /** For a page that is opened. Its draft may have been submitted since: {@link AlreadySubmitted}. */
    DraftPage opened(Visitor visitor, UUID id) {
        try {
            return page(visitor, id);
        } catch (Problem gone) {
            if (gone.status() == NOT_FOUND && own(visitor, id).isPresent()) {
                throw new AlreadySubmitted(id);
            }
            throw gone;
        }
    }

    /** A case of the visitor's own. */
    Optional<CaseView> own(Visitor visitor, UUID caseId) {
        try {
            return Optional.of(cases.view(visitor, caseId))
                    .filter(view -> visitor.id().equals(view.applicant().account()));
        } catch (Problem noCase) {
            return Optional.empty();
        }
    }

    /** What a draft has of the case it began from; empty where that is no case of the visitor's. */
    Optional<TakenOver> taken(Visitor visitor, DraftPage page, UUID from) {
        return own(visitor, from)
                .map(view -> TakenOver.of(
                        page,
                        view,
                        catalogue.version(view.item().code(), view.item().version())));
    }

    /** Empty while its item is as it was when the draft was begun. */
    Optional<Renewed> renewed(Visitor visitor, DraftPage page) {
        Draft saved = drafts.saved(visitor, page.id());
        return saved.version() == page.item().version()
                ? Optional.empty()
                : catalogue.versions(saved.item()).stream()
                        .filter(info -> info.version() == page.item().version() && info.publishedAt() != null)
                        .findFirst()
                        .map(info -> Renewed.of(
                                page,
                                saved,
                                catalogue.version(saved.item(), saved.version()),
                                WorkingCalendar.dayOf(Objects.requireNonNull(info.publishedAt()))));
    }

    DraftPage page(Visitor visitor, Draft draft) {
        ItemVersion item = catalogue.version(draft.item(), draft.version());
        boolean retired = catalogue.published(draft.item()).isEmpty();
        String place = competence.place(item, draft.answers(), draft.division());
        return new DraftPage(
                draft,
                item,
                visitor.name(),
                districts.unit(item, place),
                retired,
                WorkingCalendar.dayOf(clock.instant()),
                rules);
    }

    /**
     * Begins a draft; what the account says of the applicant is filled in, so that nobody types it again. Who they are it
     * says better than an earlier case; where they are reached, that case may.
     */
    Draft start(Visitor visitor, ItemVersion item, @Nullable String division, @Nullable UUID from) {
        Draft draft = drafts.start(visitor, item.code(), division, from);
        Map<String, Object> known = known(item, accounts.get(visitor.id()), draft.answers());
        return known.isEmpty() ? draft : drafts.save(visitor, draft.id(), known);
    }

    private static Map<String, Object> known(ItemVersion item, Account account, Map<String, Object> answered) {
        var answers = new HashMap<String, Object>();
        item.form().fields().forEach(field -> {
            Field.Known fact = field.known();
            if (fact != null && !(fact == Field.Known.PHONE && answered.containsKey(field.key()))) {
                KnownFacts.of(fact, account).ifPresent(value -> answers.put(field.key(), value));
            }
        });
        return answers;
    }
}
