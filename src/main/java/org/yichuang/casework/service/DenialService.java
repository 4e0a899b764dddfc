package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.casework.domain.Ending;
import org.yichuang.casework.domain.Form;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.DenialStore;
import org.yichuang.casework.store.WorkQuery.Waiting;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's review of denials. */
@Service
class DenialService implements Denials {
    private static final Text REVERSED = Text.of("监督单位已撤销这项决定", "The supervising unit has reversed this decision");

    private final DenialStore store;
    private final CaseStore cases;
    private final CaseworkService casework;
    private final Letters letters;
    private final People people;
    private final Supervision supervision;
    private final DenialDues dues;
    private final WorkingCalendars calendars;
    private final Clock clock;

    DenialService(
            DenialStore store,
            CaseStore cases,
            CaseworkService casework,
            Letters letters,
            People people,
            Supervision supervision,
            DenialDues dues,
            WorkingCalendars calendars,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.casework = casework;
        this.letters = letters;
        this.people = people;
        this.supervision = supervision;
        this.dues = dues;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Page<DenialRow> list(Visitor who, boolean reviewed, @Nullable String after, int size) {
        supervisor(who);
        return store.list(reviewed, after, size);
    }

    @Override
    @Transactional
    public DenialRow review(Visitor who, UUID denial, Judgement judgement, String remark) {
        supervisor(who);
        Problem.ifAny(new Form()
                .given("judgement", judgement)
                .text("remark", remark, "请写明理由", "Give the reason")
                .errors());
        DenialRow row = store.find(denial).orElseThrow(DenialService::none);
        if (!store.filedBy(List.of(denial), who.id()).isEmpty()) {
            throw Problem.conflict("four-eyes", "自己作的否定，要由别人复核", "What you denied somebody else reviews");
        }
        if (judgement == Judgement.QUESTIONED && row.reply() != null) {
            throw Problem.invalid(
                    "judgement", "已经质询过，单位也答复了：请维持或撤销", "It was questioned and answered: uphold or reverse it");
        }
        if (!store.review(denial, judgement, remark, who.id(), who.name(), clock.instant())) {
            throw row.open() && row.review() != null
                    ? Problem.conflict(
                            "reviewed", "这项否定已经质询过：请维持或撤销", "This denial was questioned already: uphold or reverse it")
                    : Problem.conflict("reviewed", "这项否定已经复核过", "This denial has been reviewed");
        }
        casework.actOnLatest(who, row.caseId(), judged(row, judgement, remark));
        if (judgement == Judgement.REVERSED) {
            revoke(row);
        }
        return store.find(denial).orElseThrow(DenialService::none);
    }

    @Override
    public Page<DenialRow> questions(Visitor who, @Nullable String after, int size) {
        return store.questions(answering(who), after, size);
    }

    @Override
    public int asked(Visitor who) {
        return store.asked(answering(who));
    }

    /** Whose questions they may answer, as {@link #theirs} has it. */
    private List<Waiting> answering(Visitor who) {
        UUID officer = people.officer(who);
        List<String> acts = Transitions.acts(ActKind.ANSWER);
        return officer == null
                ? List.of()
                : people.powers(officer).stream()
                        .filter(may -> acts.contains(may.act()))
                        .toList();
    }

    @Override
    public Map<UUID, String> reasons(Visitor who, Collection<UUID> cases) {
        supervisor(who);
        return store.reasons(cases);
    }

    @Override
    public Set<UUID> own(Visitor who, Collection<UUID> denials) {
        return store.filedBy(denials, who.id());
    }

    @Override
    public Set<UUID> judging(Visitor who, Collection<DenialRow> denials) {
        Map<UUID, String> items =
                store.items(denials.stream().map(DenialRow::id).toList());
        Set<UUID> own = own(who, items.keySet());
        BiFunction<String, String, Optional<Power>> over = supervision.over(who.id(), people.today());
        return denials.stream()
                .filter(row -> !own.contains(row.id()))
                .filter(row ->
                        over.apply(row.unit(), items.getOrDefault(row.id(), "")).isPresent())
                .map(DenialRow::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Turn> turn(Visitor who, UUID caseId) {
        Found found = find(who, caseId);
        Ending ending = found.file().ending();
        if (ending.denial() == null) {
            return Optional.empty();
        }
        if (ending.question() != null && !found.powers().isEmpty()) {
            return Optional.of(Turn.ANSWER);
        }
        return store.find(ending.denial())
                .filter(row -> row.open() && who.is(Role.SUPERVISOR))
                .filter(row -> judging(who, List.of(row)).contains(row.id()))
                .map(row -> row.waits() ? Turn.JUDGE : Turn.JUDGE_UNANSWERED);
    }

    @Override
    public int waiting(Visitor who) {
        supervisor(who);
        return store.waiting();
    }

    @Override
    public int unanswered(Visitor who) {
        supervisor(who);
        return store.unanswered();
    }

    @Override
    public Limit reviewLimit() {
        return dues.limit();
    }

    @Override
    @Transactional
    public DenialRow answer(Visitor who, UUID denial, String answer) {
        Problem.ifAny(
                new Form().text("answer", answer, "请写明答复", "Give the answer").errors());
        theirs(who, store.find(denial).orElseThrow(DenialService::none));
        DenialRow row = store.hold(denial).orElseThrow(DenialService::none);
        Instant now = clock.instant();
        Instant due = dues.due(now, calendars.calendar());
        casework.actOnLatest(who, row.caseId(), new CaseAct.Answer(answer, row.reviewDue(), due));
        if (!store.reply(denial, answer, who.id(), who.name(), now, due)) {
            throw Problem.conflict("answered", "这项质询已经答复", "This question has been answered");
        }
        return store.find(denial).orElseThrow(DenialService::none);
    }

    /** Whose case it is not keeps nobody else waiting. */
    private void theirs(Visitor who, DenialRow row) {
        Found found = find(who, row.caseId());
        people.actor(who, found.file(), found.powers(), ActKind.ANSWER);
    }

    /** With what the register lets an officer answer it by. */
    private Found find(Visitor who, UUID caseId) {
        return cases.find(caseId, people.officer(who), Transitions.acts(ActKind.ANSWER), people.today())
                .orElseThrow(People::notFound);
    }

    /** The letter that said no is worth nothing from now on. Whoever verifies it is told so; the remark is on record. */
    private void revoke(DenialRow row) {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        letters.ofCase(row.caseId()).stream()
                .filter(letter -> letter.kind() == letter(row.act()))
                .reduce((earlier, later) -> later)
                .ifPresent(letter -> letters.revoke(letter.id(), today, REVERSED.zh() + " · " + REVERSED.en()));
    }

    private static LetterKind letter(ActKind act) {
        return switch (act) {
            case NOT_NEEDED -> LetterKind.NO_LICENCE_NEEDED;
            case NOT_HERE -> LetterKind.NOT_THIS_AUTHORITY;
            case REFUSE -> LetterKind.REFUSAL;
            default -> LetterKind.NON_ACCEPTANCE;
        };
    }

    /** A "not here" at the window left no application to open again: it is the letter that goes. */
    private CaseAct judged(DenialRow row, Judgement judgement, String remark) {
        boolean opens = judgement == Judgement.REVERSED
                && cases.find(row.caseId())
                        .filter(found -> !found.file().turnedAway())
                        .isPresent();
        return opens ? new CaseAct.Reverse(remark) : new CaseAct.Judge(judgement, remark);
    }

    private static void supervisor(Visitor who) {
        if (!who.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("只有监督人员可以复核", "Only supervisors review denials");
        }
    }

    private static Problem none() {
        return Problem.notFound("没有这项否定报备", "There is no such denial filing");
    }
}
