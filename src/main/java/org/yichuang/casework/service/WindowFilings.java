package org.yichuang.casework.service;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.TurnedAway;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.domain.Fact;
import org.yichuang.casework.domain.Opening;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.service.Applying.Party;
import org.yichuang.casework.service.Applying.Way;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Ready;
import org.yichuang.casework.store.CaseWriter;
import org.yichuang.casework.store.CaseWriter.Written;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.network.Authorised;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** Applications that an officer takes at a window, from somebody who stands there. */
@Component
class WindowFilings {
    /** Either lets an officer receive. */
    static final List<String> RECEIVING = List.of("accept", "on-the-spot");

    private final CaseStore store;
    private final WindowDrafts drafts;
    private final CaseWriter writer;
    private final Applying applying;
    private final WindowApplicants applicants;
    private final Network network;
    private final People people;
    private final Settings settings;
    private final Recording recording;
    private final Ids ids;

    WindowFilings(
            CaseStore store,
            WindowDrafts drafts,
            CaseWriter writer,
            Applying applying,
            WindowApplicants applicants,
            Network network,
            People people,
            Settings settings,
            Recording recording,
            Ids ids) {
        this.store = store;
        this.drafts = drafts;
        this.writer = writer;
        this.applying = applying;
        this.applicants = applicants;
        this.network = network;
        this.people = people;
        this.settings = settings;
        this.recording = recording;
        this.ids = ids;
    }

    Receipt receive(Visitor visitor, WindowFiling filing) {
        NewCase application = applying.tidied(filing.application());
        Party party = party(filing.applicant(), filing.agentName());
        Way way = checked(application, party);
        window(visitor, filing.window());
        WindowFiling.Begun begun = filing.draft();
        Draft draft = begun == null
                ? null
                : drafts.filed(visitor, applicants.known(party.account()), application.item(), begun);
        Ready ready = ready(visitor, application, way, draft == null ? List.of() : draft.materials());
        var officer = new Who.Officer(visitor.id(), visitor.name(), ready.powers());
        Power power = officer.power(RECEIVING)
                .or(() -> people.receiving(visitor.id(), way.item(), filing.window()))
                .orElseThrow(() -> notAuthorised(way.unit()));
        Setting at = settings.of(way.item(), party.claimed());
        UUID id = draft == null ? ids.next() : draft.id();
        Particulars is = applying.particulars(id, way, party, filing.window(), officer, at.now());
        DeliveryWay delivery = Applying.delivery(application, party);
        Result.Done received =
                Opening.submit(is, application.answers(), application.materials(), delivery, officer, power, at);
        Result.Done done = then(draft == null ? received : begunOnLine(received), filing.then(), officer, at);
        Written written = recording.of(done, officer, at);
        if (draft == null) {
            writer.submit(done.file(), written);
        } else if (!writer.submitDraft(done.file(), written, draft.updatedAt())) {
            throw WindowDrafts.changed();
        }
        return Applying.receipt(done.file(), written);
    }

    /** The record has both: where it was begun and where it was filed. */
    private static Result.Done begunOnLine(Result.Done received) {
        return received.with(fact -> {
            var payload = new LinkedHashMap<>(fact.payload());
            payload.put("begun", Channel.ONLINE.name());
            return new Fact(fact.kind(), payload, fact.letters());
        });
    }

    /** What follows at once, in the same statement. */
    private static Result.Done then(Result.Done received, WindowFiling.Then then, Who officer, Setting at) {
        CaseAct next = switch (then) {
            case RECEIVE -> null;
            case ACCEPT -> new CaseAct.Accept();
            case ON_THE_SPOT -> new CaseAct.OnTheSpot("", received.file().way());
        };
        return next == null ? received : then(received, next, officer, at);
    }

    private static Result.Done then(Result.Done received, CaseAct next, Who officer, Setting at) {
        return switch (received.file().act(next, officer, at)) {
            case Result.No no -> throw no.problem();
            case Result.Wrong(var errors) -> throw Problem.invalid(errors);
            case Result.Done done -> Opening.together(received, done);
        };
    }

    /**
     * The right authority is found as for an application; the case is the unit's whose officer was asked. What every
     * window takes (policy, article 19) nobody is turned away with.
     */
    Receipt turnAway(Visitor visitor, TurnedAway asked) {
        Party party = party(asked.applicant(), asked.agentName());
        ItemVersion item = applying.item(asked.item());
        Unit right = applying.way(item, new NewCase(asked.item(), asked.division(), Map.of(), List.of(), null))
                .unit();
        window(visitor, asked.window());
        Authorised post = asked(visitor, item, right);
        if (item.handling().cityWide()) {
            throw everyWindow(item, right);
        }
        Unit own = network.unit(post.unit()).orElseThrow();
        var power = new Power("accept", post.post(), post.unit(), post.onBehalfOf());
        var officer = new Who.Officer(visitor.id(), visitor.name(), List.of(power));
        Setting at = settings.of(item, party.claimed());
        Way way = new Way(item, own, asked.division());
        Particulars is = applying.particulars(ids.next(), way, party, asked.window(), officer, at.now());
        Result.Done received = Opening.submit(is, Map.of(), List.of(), DeliveryWay.WINDOW, officer, power, at);
        var act = new CaseAct.NotHere(asked.filing(), right.name().zh());
        Result.Done done = then(unreceipted(received), act, officer, at);
        Written written = recording.of(done, officer, at);
        writer.submit(done.file(), written);
        return Applying.receipt(done.file(), written);
    }

    /** Who is told at once that it is not here gets that letter, and no receipt. */
    private static Result.Done unreceipted(Result.Done received) {
        return received.with(fact -> new Fact(fact.kind(), fact.payload(), List.of()));
    }

    /** The post that answers: one for every item, where the officer sits today, else any that may receive. */
    private Authorised asked(Visitor visitor, ItemVersion item, Unit right) {
        List<Authorised> receiving = applicants.receiving(visitor);
        if (receiving.stream().anyMatch(may -> may.unit().equals(right.code()))) {
            throw Problem.conflict(
                    "act-not-possible",
                    "“" + item.name().zh() + "”归" + right.name().zh() + "管，就是您的单位：请收件",
                    "“" + item.name().en() + "” is for " + right.name().en() + ", which is your unit: receive it");
        }
        String seat = network.seat(visitor.id(), people.today())
                .map(held -> held.held().post().code())
                .orElse("");
        return receiving.stream()
                .min(Comparator.comparing((Authorised may) -> !may.covers(may.unit(), item.code()))
                        .thenComparing(may -> !may.post().equals(seat)))
                .orElseThrow();
    }

    private static Problem everyWindow(ItemVersion item, Unit right) {
        return Problem.conflict(
                "city-wide",
                "“" + item.name().zh() + "”是同城通办的，全市任一综合窗口都收，由" + right.name().zh() + "受理和决定：请在综合窗口收件",
                "Every general window of the city takes “" + item.name().en() + "”, and "
                        + right.name().en() + " accepts and decides it: receive it at a general window");
    }

    private Party party(@Nullable UUID applicant, @Nullable String agentName) {
        Account account = applicants.known(applicant);
        boolean person = account.kind() == AccountKind.RESIDENT;
        ApplicationChecks.agent(agentName, person);
        return new Party(account.id(), account.name(), person, account.opens(), agentName);
    }

    private Way checked(NewCase application, Party party) {
        ItemVersion item = applying.item(application.item());
        ApplicationChecks.audience(item, party.person());
        ApplicationChecks.answered(item, application, people.today());
        return applying.way(item, application);
    }

    /** A window of a centre that the officer has a post in. */
    private void window(Visitor officer, @Nullable String code) {
        if (code != null && !people.seen(officer.id()).windows().contains(code)) {
            throw Problem.invalid("window", "您的岗位不在这个窗口所在的中心", "You hold no post in a centre with such a window");
        }
    }

    /** The officer uploaded the files, or was shown them in the applicant's draft. */
    private Ready ready(Visitor visitor, NewCase application, Way way, List<SubmittedMaterial> shown) {
        Ready ready = store.ready(
                ApplicationChecks.files(application.materials()),
                Set.of(visitor.id()),
                visitor.id(),
                way.unit().code(),
                way.item().code(),
                RECEIVING,
                people.today());
        var files = new HashSet<>(ready.files());
        files.addAll(ApplicationChecks.files(shown));
        ApplicationChecks.owned(application.materials(), files);
        return ready;
    }

    private static Problem notAuthorised(Unit unit) {
        return new Problem(
                403,
                "not-authorised",
                Text.of(
                        "您今天持有的岗位没有" + unit.name().zh() + "这个事项的收件授权",
                        "No post that you hold today is authorised to receive this item for "
                                + unit.name().en()),
                List.of());
    }
}
