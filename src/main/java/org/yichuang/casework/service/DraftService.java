package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Completeness;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.DraftStore;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.Letters;
import org.yichuang.network.Unit;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Visitor;

/** Applications being written. A draft goes by the item's version in force on the day it is looked at. */
@Service
class DraftService implements Drafts {
    private static final int MOST = 50;
    /** So many saves while one submits are not to be expected. */
    private static final int ATTEMPTS = 8;

    private final DraftStore store;
    private final CaseStore cases;
    private final Applying applying;
    private final Filings filings;
    private final Letters letters;
    private final Competence competence;
    private final Ids ids;
    private final Clock clock;

    DraftService(
            DraftStore store,
            CaseStore cases,
            Applying applying,
            Filings filings,
            Letters letters,
            Competence competence,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.applying = applying;
        this.filings = filings;
        this.letters = letters;
        this.competence = competence;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Draft start(Visitor who, String item, @Nullable String division, @Nullable UUID from) {
        ItemVersion version = applying.item(item);
        ApplicationChecks.onlineFor(version, who);
        if (division != null) {
            competence.known(division);
        }
        if (store.of(who.id(), MOST).size() == MOST) {
            throw Problem.conflict("too-many-drafts", "草稿太多，请先删去不用的", "Too many drafts: delete some first");
        }
        Draft draft = from == null
                ? draft(who, version, division, Map.of(), List.of(), DeliveryWay.ELECTRONIC)
                : again(who, version, division, from);
        store.insert(draft);
        return draft;
    }

    private Draft draft(
            Visitor who,
            ItemVersion item,
            @Nullable String division,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials,
            DeliveryWay way) {
        Instant kept = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Draft(ids.next(), who.id(), item.code(), item.version(), division, answers, materials, way, kept);
    }

    /** What an earlier case said that the item still asks and takes; of its files those that are the applicant's own. */
    private Draft again(Visitor who, ItemVersion item, @Nullable String division, UUID from) {
        CaseFile earlier = own(who, from)
                .filter(file -> file.is().item().equals(item.code()))
                .orElseThrow(() -> Problem.invalid("from", "您没有这个事项的这个办件", "You have no such case of this item"));
        Map<String, Object> said = item.form().visible(earlier.answers());
        item.form().check(said, WorkingCalendar.dayOf(clock.instant())).forEach(error -> said.remove(error.field()));
        Map<String, Object> answers = item.form().visible(said); // without those that hang on one that does not fit
        if (division != null) {
            answers.keySet().removeAll(competence.elsewhere(item, answers, division));
        }
        List<UUID> files = cases.owned(ApplicationChecks.files(earlier.materials()), Set.of(who.id()));
        List<SubmittedMaterial> materials = earlier.materials().stream()
                .filter(handed -> files.contains(handed.file()))
                .filter(handed -> item.material(handed.material())
                        .filter(material -> !material.held() && !material.filled())
                        .isPresent())
                .toList();
        DeliveryWay way = DeliveryWay.asked(answers).orElse(earlier.way());
        return draft(who, item, division, answers, materials, way);
    }

    private Optional<CaseFile> own(Visitor who, UUID caseId) {
        return cases.find(caseId)
                .map(Found::file)
                .filter(file -> file.is().applicant().equals(who.id()));
    }

    @Override
    public Draft get(Visitor who, UUID id) {
        return inForce(saved(who, id));
    }

    @Override
    public Draft saved(Visitor who, UUID id) {
        return store.find(who.id(), id).orElseThrow(DraftService::gone);
    }

    @Override
    public List<Draft> mine(Visitor who) {
        return store.of(who.id(), MOST).stream().map(this::inForce).toList();
    }

    @Override
    public Draft save(Visitor who, UUID id, Map<String, Object> answers) {
        Draft before = get(who, id);
        FormSpec form = applying.item(before.item()).form();
        Problem.ifAny(form.checkDraft(answers));
        var written = new LinkedHashMap<String, Object>();
        var gone = new ArrayList<String>();
        form.tidied(answers).forEach((field, answer) -> {
            List<String> values = FieldType.values(answer);
            if (values.isEmpty()) {
                gone.add(field);
            } else {
                written.put(field, answer instanceof List ? values : values.getFirst());
            }
        });
        DeliveryWay way = DeliveryWay.askedAnew(before.answers(), written).orElse(null);
        return there(store.answers(who.id(), id, written, gone, way, clock.instant()));
    }

    @Override
    public Draft at(Visitor who, UUID id, String division) {
        competence.known(division);
        Draft draft = get(who, id);
        List<String> gone = applying.published(draft.item())
                .map(item -> competence.elsewhere(item, draft.answers(), division))
                .orElse(List.of());
        return there(store.at(who.id(), id, division, gone, clock.instant()));
    }

    @Override
    public Draft attach(Visitor who, UUID id, SubmittedMaterial material) {
        Draft before = get(who, id);
        Completeness.few(before.materials().size() + 1);
        checked(who, before, material);
        return store.attach(who.id(), id, material, clock.instant())
                .map(this::inForce)
                .orElseThrow(() -> {
                    checked(who, before, material);
                    return gone();
                });
    }

    private void checked(Visitor who, Draft draft, SubmittedMaterial material) {
        try {
            Problem.ifAny(Completeness.unlisted(applying.item(draft.item()), List.of(material)));
            ApplicationChecks.uploaded(List.of(material));
            filings.own(List.of(material), Set.of(who.id()));
        } catch (Problem e) {
            throw Problem.invalid(e.errors().stream().map(DraftService::ofOne).toList());
        }
    }

    /** The one material is the whole body: its fields have no path before them. */
    private static FieldError ofOne(FieldError error) {
        return error.at(error.field().replace("materials[0].", ""));
    }

    @Override
    public Draft detach(Visitor who, UUID id, UUID file) {
        return there(store.detach(who.id(), id, file, clock.instant()));
    }

    @Override
    public Draft choose(Visitor who, UUID id, DeliveryWay way) {
        return there(store.choose(who.id(), id, way, clock.instant()));
    }

    @Override
    public void delete(Visitor who, UUID id) {
        if (!store.delete(who.id(), id)) {
            throw gone();
        }
    }

    @Override
    public List<FieldError> check(Visitor who, UUID id) {
        NewCase application = Filings.application(get(who, id));
        ItemVersion item = applying.item(application.item());
        List<FieldError> errors =
                ApplicationChecks.incomplete(item, application, WorkingCalendar.dayOf(clock.instant()));
        return errors.isEmpty() ? misplaced(item, application) : errors;
    }

    /** Where it would go cannot be told from an incomplete one. */
    private List<FieldError> misplaced(ItemVersion item, NewCase application) {
        try {
            applying.way(item, application);
            return List.of();
        } catch (Problem nowhere) {
            return nowhere.errors();
        }
    }

    /** What was saved last is filed: a draft saved on another page meanwhile is read, and checked, again. */
    @Override
    public Receipt submit(Visitor who, UUID id, @Nullable String reading) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Draft draft = store.find(who.id(), id).map(this::inForce).orElse(null);
            if (draft != null && reading != null && !reading.equals(reading(draft))) {
                changed(draft, reading);
            }
            Receipt receipt = draft == null ? submitted(who, id) : filings.submit(who, draft);
            if (receipt != null) {
                return receipt;
            }
        }
        throw Problem.conflict(
                "stale-version", "这份草稿正在别的页面上改动，请再提交一次", "The draft is being changed on another page; submit it again");
    }

    @Override
    public String reading(Draft draft) {
        return draft.reading() + "/" + applying.unit(draft).map(Unit::code).orElse("");
    }

    /** Where no unit is left, filing says why. */
    private void changed(Draft draft, String reading) {
        Unit now = applying.unit(draft).orElse(null);
        if (reading.startsWith(draft.reading() + "/")) {
            if (now == null) {
                return;
            }
            throw Problem.conflict(
                    "draft-changed",
                    "您打开这一页以后，办这件事的单位变了：现在交给" + now.name().zh() + "，请再核对一次",
                    "The unit for this has changed since this page was opened: it goes to "
                            + now.name().en() + " now; check it once more");
        }
        throw Problem.conflict(
                "draft-changed",
                "您打开这一页以后，申请又改动过：下面是现在的内容，请再核对一次",
                "The application was changed after this page was opened: below it stands as it is now; check it once"
                        + " more");
    }

    /** The receipt of a draft that became a case before. */
    private Receipt submitted(Visitor who, UUID id) {
        CaseFile file = own(who, id).orElseThrow(DraftService::gone);
        return Applying.receipt(file, letters.ofCase(id));
    }

    private Draft there(Optional<Draft> draft) {
        return draft.map(this::inForce).orElseThrow(DraftService::gone);
    }

    /** As the item is in force; of a retired one it stays as it is. */
    Draft inForce(Draft draft) {
        return applying.published(draft.item())
                .filter(item -> item.version() != draft.version())
                .map(draft::under)
                .orElse(draft);
    }

    private static Problem gone() {
        return Problem.notFound("没有这份草稿", "There is no such draft");
    }
}
