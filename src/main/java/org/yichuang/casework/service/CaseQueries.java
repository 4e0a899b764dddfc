package org.yichuang.casework.service;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.Explained;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Pause;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.Neighbours;
import org.yichuang.casework.State;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.CaseLists;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.WorkQuery;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.documents.LetterAccess;
import org.yichuang.network.Act;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.shared.Guess;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Looking at cases; who may see one may read its letters. */
@Service
class CaseQueries implements Cases, LetterAccess {
    private static final Set<State> NOTHING =
            EnumSet.of(State.NOT_ACCEPTED, State.REFUSED, State.WITHDRAWN, State.TERMINATED);
    private static final List<String> EVERY_ACT =
            Arrays.stream(Act.values()).map(Act::key).toList();

    private final CaseStore store;
    private final CaseLists lists;
    private final People people;
    private final Views views;
    private final Lateness lateness;
    private final Options options;
    private final Timelines timelines;
    private final WorkQueries queries;
    private final Catalogue catalogue;
    private final Network network;
    private final KnownFacts known;

    CaseQueries(
            CaseStore store,
            CaseLists lists,
            People people,
            Views views,
            Lateness lateness,
            Options options,
            Timelines timelines,
            WorkQueries queries,
            Catalogue catalogue,
            Network network,
            KnownFacts known) {
        this.store = store;
        this.lists = lists;
        this.people = people;
        this.views = views;
        this.lateness = lateness;
        this.options = options;
        this.timelines = timelines;
        this.queries = queries;
        this.catalogue = catalogue;
        this.network = network;
        this.known = known;
    }

    @Override
    public CaseView view(Visitor who, UUID caseId) {
        return view(who, found(who, caseId));
    }

    @Override
    public CaseView byNumber(Visitor who, String number) {
        String tidy = number.strip().toUpperCase(Locale.ROOT);
        if (!CaseNumber.valid(tidy)) {
            throw Problem.invalid("number", "办件号不对，请核对，例如 XH26-004172-7", "This is no case number; compare it");
        }
        return view(
                who,
                seen(
                        who,
                        store.findNumber(tidy, people.officer(who), EVERY_ACT, people.today())
                                .orElseThrow(People::notFound)));
    }

    @Override
    public Optional<UUID> byQueryCode(Visitor who, String typed) {
        return Optional.ofNullable(QueryCode.read(typed))
                .flatMap(store::findQueryCode)
                .flatMap(coded -> store.find(coded.file().is().id(), people.officer(who), EVERY_ACT, people.today()))
                .filter(found -> people.maySee(who, found.file(), found.powers()))
                .map(found -> found.file().is().id());
    }

    @Override
    public boolean mayRead(Visitor visitor, UUID caseId) {
        return store.find(caseId)
                .filter(found -> people.maySee(visitor, found.file(), found.powers()))
                .isPresent();
    }

    @Override
    public List<TimelineEntry> timeline(Visitor who, UUID caseId) {
        return timelines.of(found(who, caseId).file());
    }

    @Override
    public List<Officer> companions(Visitor who, UUID caseId, String step) {
        CaseFile file = found(who, caseId).file();
        Act act = file.step(step)
                .flatMap(found -> Act.of(found.act()))
                .orElseThrow(() -> Problem.notFound("这个办件没有这一步", "The case has no such step"));
        return network.able(file.is().unit(), file.is().item(), act, people.today()).stream()
                .filter(officer -> !who.id().equals(officer.account()))
                .toList();
    }

    @Override
    public Explained explain(Visitor who, UUID caseId, @Nullable ClockKind clock) {
        CaseFile file = found(who, caseId).file();
        return explain(file, views.clocks(file), clock == null ? file.leading() : clock);
    }

    @Override
    public Page<CaseRow> worklist(Visitor who, WorkFilter filter) {
        return lists.worklist(queries.of(who, filter), Page.size(filter.size()));
    }

    @Override
    public boolean ofSeveralUnits(Visitor who) {
        WorkQuery.Seen seen = people.seen(who);
        return seen == null || !seen.windows().isEmpty() || seen.units().size() > 1;
    }

    @Override
    public Neighbours neighbours(Visitor who, WorkFilter filter, Neighbours.Place place) {
        return lists.neighbours(queries.of(who, filter), place);
    }

    @Override
    public WorkCounts counts(Visitor who, WorkFilter filter) {
        return lists.counts(queries.of(who, filter));
    }

    @Override
    public Page<CaseRow> mine(Visitor who, @Nullable String after, int size) {
        return lists.of(who.id(), after, size);
    }

    @Override
    public List<CaseRow> open(Visitor who, String item) {
        return lists.open(who.id(), item);
    }

    @Override
    public Optional<CaseRow> cameToNothing(Visitor who, String item) {
        return lists.last(who.id(), item, NOTHING);
    }

    @Override
    public List<CaseRow> running(Visitor who, UUID applicant, String item) {
        return lists.running(applicant, item, people.seen(who));
    }

    @Override
    public Tracked track(String queryCode) {
        CaseFile file = tracked(queryCode);
        var is = file.is();
        return new Tracked(
                is.number(),
                is.queryCode(),
                is.item(),
                is.itemName(),
                catalogue.version(is.item(), is.itemVersion()).licence(),
                is.unit(),
                views.unitName(is.unit()),
                Timelines.published(is.applicantName(), is.person()),
                file.state(),
                file.ending().result() == null ? null : file.ending().result().state(),
                file.way(),
                views.reversed(file),
                file.waitsFor(),
                file.intake().receivedAt(),
                file.intake().due(),
                file.ending().decidedAt(),
                file.due(),
                file.dues().promise(),
                file.statuteDue(),
                views.unknownYear(file),
                published(file),
                file.leading(),
                lateness.of(file),
                timelines.published(file));
    }

    @Override
    public Explained explainTracked(String queryCode, @Nullable ClockKind clock) {
        CaseFile file = tracked(queryCode);
        return explain(file, published(file), clock == null ? file.leading() : clock);
    }

    private CaseView view(Visitor who, Found found) {
        CaseFile file = found.file();
        List<Who> faces = people.faces(who, file, found.powers(), true);
        boolean theirs = faces.stream().anyMatch(Who.Applicant.class::isInstance);
        boolean works = theirs || faces.stream().anyMatch(Who.Officer.class::isInstance);
        Map<String, Object> answers = works ? file.answers() : masked(file);
        List<String> differing = theirs ? List.of() : known.differing(file, answers);
        return views.view(file, answers, differing, lateness.of(file), options.of(file, faces));
    }

    /** The answers for who only looks on: enough of a personal number is left to compare it. */
    private Map<String, Object> masked(CaseFile file) {
        var masked = new HashMap<>(file.answers());
        catalogue
                .version(file.is().item(), file.is().itemVersion())
                .form()
                .fields()
                .forEach(field -> masked.computeIfPresent(
                        field.key(), (key, answer) -> field.type().masked(answer)));
        return masked;
    }

    private Found found(Visitor who, UUID caseId) {
        return seen(
                who,
                store.find(caseId, people.officer(who), EVERY_ACT, people.today())
                        .orElseThrow(People::notFound));
    }

    private Found seen(Visitor who, Found found) {
        if (!people.maySee(who, found.file(), found.powers())) {
            throw People.notFound();
        }
        return found;
    }

    private CaseFile tracked(String typed) {
        String code = QueryCode.read(typed);
        Problem none = Problem.notFound("没有这个查询码，请核对", "There is no such query code; compare it");
        if (code == null) {
            throw none;
        }
        return store.findQueryCode(code).map(Found::file).orElseThrow(() -> new Guess(none));
    }

    /** The clocks for anybody with the query code: who approved a pause is not named. */
    private Map<ClockKind, LimitClock> published(CaseFile file) {
        Map<ClockKind, LimitClock> clocks = views.clocks(file);
        clocks.replaceAll((kind, clock) ->
                clock.with(clock.pauses().stream().map(Pause::unnamed).toList()));
        return clocks;
    }

    /** What is over ended as it was counted then, whatever the calendar has become since. */
    private Explained explain(CaseFile file, Map<ClockKind, LimitClock> clocks, ClockKind kind) {
        LimitClock clock = clocks.get(kind);
        if (clock == null) {
            throw Problem.notFound("这个办件没有这个时限", "The case has no such limit");
        }
        Explained counted = clock.explain(views.calendar(), queries.now());
        boolean over = !Views.running(file.state()).contains(kind);
        return over && counted instanceof Explanation explanation ? explanation.keeping(end(file, kind)) : counted;
    }

    private static @Nullable Instant end(CaseFile file, ClockKind kind) {
        return switch (kind) {
            case INTAKE -> file.intake().due();
            case PROMISE -> file.dues().promise();
            case STATUTE -> file.statuteDue();
            case DELIVERY -> file.ending().deliveryDue();
        };
    }
}
