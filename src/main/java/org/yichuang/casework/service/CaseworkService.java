package org.yichuang.casework.service;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Acted;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Casework;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.TurnedAway;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.casework.store.CaseWriter;
import org.yichuang.casework.store.CaseWriter.Written;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * Does acts: one statement reads the case and what the officer may do with it, the domain decides, one statement writes.
 * An act that finds the case changed in between is tried again on the changed case. What this node saw last saves the
 * reading where it still holds.
 */
@Service
class CaseworkService implements Casework {
    /** So many acts on one case in one moment are not to be expected. */
    private static final int ATTEMPTS = 8;
    /** Stands for whatever version there is; nothing that comes from outside is let through with it. */
    private static final int LATEST = -1;

    private final CaseStore store;
    private final CaseWriter writer;
    private final Filings filings;
    private final WindowFilings windows;
    private final People people;
    private final Settings settings;
    private final Recording recording;

    CaseworkService(
            CaseStore store,
            CaseWriter writer,
            Filings filings,
            WindowFilings windows,
            People people,
            Settings settings,
            Recording recording) {
        this.store = store;
        this.writer = writer;
        this.filings = filings;
        this.windows = windows;
        this.people = people;
        this.settings = settings;
        this.recording = recording;
    }

    @Override
    public Receipt file(Visitor who, NewCase application) {
        return filings.file(who, application);
    }

    @Override
    public Receipt receive(Visitor officer, WindowFiling filing) {
        return windows.receive(officer, filing);
    }

    @Override
    public Receipt turnAway(Visitor officer, TurnedAway asked) {
        return windows.turnAway(officer, asked);
    }

    @Override
    public Acted act(Visitor visitor, UUID caseId, int version, CaseAct act) {
        if (version < 1) {
            throw Problem.invalid("version", "版本从 1 开始", "Versions begin with 1");
        }
        return act(visitor, caseId, act, version);
    }

    /** On the case whatever has become of it. */
    Acted actOnLatest(Visitor visitor, UUID caseId, CaseAct act) {
        return act(visitor, caseId, act, LATEST);
    }

    private Acted act(Visitor visitor, UUID caseId, CaseAct act, int version) {
        checkFiles(visitor, act);
        Acted quick = onSeen(visitor, caseId, act, version);
        if (quick != null) {
            return quick;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Found found = store.find(caseId, people.officer(visitor), Transitions.acts(act.kind()), people.today())
                    .orElseThrow(People::notFound);
            Acted done = on(found, visitor, act, version, false);
            if (done != null) {
                return done;
            }
        }
        throw busy();
    }

    /** On the case as this node saw it last; null when it did not, or when that is no ground to refuse it. */
    private @Nullable Acted onSeen(Visitor visitor, UUID caseId, CaseAct act, int version) {
        Found seen = store.seen(caseId, people.officer(visitor), Transitions.acts(act.kind()), people.today())
                .orElse(null);
        try {
            return seen == null ? null : on(seen, visitor, act, version, true);
        } catch (Problem perhapsChanged) {
            return null;
        }
    }

    private @Nullable Acted on(Found found, Visitor visitor, CaseAct asked, int version, boolean seen) {
        CaseAct act = settings.tidied(found.file(), asked);
        Who who = people.actor(visitor, found.file(), found.powers(), act.kind());
        stale(found.file(), version, act.kind());
        Setting at = seen ? settings.unasked(found.file(), act, found.roster()) : settings.of(found.file(), act);
        return attempt(found, who, act, at);
    }

    /** The clock's own acts: false when there was nothing to do, a problem when others were always faster. */
    boolean byClock(UUID caseId, CaseAct act, @Nullable WorkingCalendar calendar) {
        var who = new Who.TheClock();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Found found = store.find(caseId).orElseThrow(People::notFound);
            Setting at = calendar == null ? settings.of(found.file(), act) : settings.of(found.file(), calendar);
            if (!(found.file().act(act, who, at) instanceof Result.Done done)) {
                return false;
            }
            if (writer.write(found, done.file(), recording.of(found, done, who, at))) {
                return true;
            }
        }
        throw busy();
    }

    /** Null when somebody else's act came in between. */
    private @Nullable Acted attempt(Found found, Who who, CaseAct act, Setting at) {
        return switch (found.file().act(act, who, at)) {
            case Result.No no -> throw no.problem(people.why(no, who, found.file()));
            case Result.Wrong(var errors) -> throw Problem.invalid(errors);
            case Result.Done done -> {
                settings.another(found.file(), act);
                Written written = recording.of(found, done, who, at);
                yield writer.write(found, done.file(), written) ? acted(done.file(), written) : null;
            }
        };
    }

    /** An act is meant for the case as it was seen; a step also for one where others in parallel were finished since. */
    private static void stale(CaseFile file, int version, ActKind act) {
        boolean seen = file.version() == version || (act == ActKind.FINISH_STEP && file.onlyStepsSince(version));
        if (!seen && version != LATEST) {
            CaseView.Result result = file.ending().result();
            String zh = result == null
                    ? ""
                    : "，" + result.by() + "已作出决定：" + result.state().text().zh();
            String en = result == null
                    ? ""
                    : "; it was decided by " + result.by() + ": "
                            + result.state().text().en();
            throw Problem.conflict(
                    "stale-version",
                    "这个办件刚刚有了变化（" + file.state().text().zh() + "）" + zh + "。请先看现在的情况",
                    "The case has changed meanwhile (" + file.state().text().en() + ")" + en
                            + ". See how it stands now");
        }
    }

    /** Files handed in have to be the visitor's own uploads. */
    private void checkFiles(Visitor visitor, CaseAct act) {
        List<SubmittedMaterial> materials = switch (act) {
            case CaseAct.Supplement(var answers, var handed) -> handed;
            case CaseAct.Correct(var what, var answers, var handed) -> handed;
            default -> List.of();
        };
        if (materials != null && !materials.isEmpty() && materials.stream().noneMatch(Objects::isNull)) {
            if (!visitor.is(Role.OFFICER)) {
                ApplicationChecks.uploaded(materials);
            }
            filings.own(materials, Set.of(visitor.id()));
        }
    }

    private static Acted acted(CaseFile file, Written written) {
        return new Acted(
                file.is().id(),
                file.is().number(),
                file.state(),
                file.version(),
                file.due(),
                written.letters().stream().map(PreparedLetter::id).toList());
    }

    private static Problem busy() {
        return Problem.conflict("stale-version", "办件正被别人处理，请再试一次", "Others work on this case; try again");
    }
}
