package org.yichuang.casework.service;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.domain.Opening;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.service.Applying.Party;
import org.yichuang.casework.service.Applying.Way;
import org.yichuang.casework.store.CaseNumbers;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Ready;
import org.yichuang.casework.store.CaseStore.Written;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Link;
import org.yichuang.network.Unit;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** Applications that an officer takes at a window, from somebody who stands there. */
@Component
class WindowFilings {
    /** Either lets an officer receive. */
    private static final List<String> RECEIVING = List.of("accept", "on-the-spot");

    private final CaseStore store;
    private final CaseNumbers numbers;
    private final Applying applying;
    private final Accounts accounts;
    private final People people;
    private final Settings settings;
    private final Recording recording;
    private final Ids ids;

    WindowFilings(
            CaseStore store,
            CaseNumbers numbers,
            Applying applying,
            Accounts accounts,
            People people,
            Settings settings,
            Recording recording,
            Ids ids) {
        this.store = store;
        this.numbers = numbers;
        this.applying = applying;
        this.accounts = accounts;
        this.people = people;
        this.settings = settings;
        this.recording = recording;
        this.ids = ids;
    }

    Receipt receive(Visitor visitor, WindowFiling filing) {
        NewCase application = filing.application();
        Party party = party(filing);
        Way way = checked(application, party);
        window(visitor, filing.window());
        Ready ready = ready(visitor, application, party, way);
        var officer = new Who.Officer(visitor.id(), visitor.name(), ready.powers());
        Power power = officer.power(RECEIVING).orElseThrow(() -> notAuthorised(way.unit()));
        Setting at = settings.of(way.item());
        Particulars is = applying.atWindow(ids.next(), numbers.next(), way, party, filing.window(), officer, at.now());
        Result.Done received = Opening.submit(
                is, application.answers(), application.materials(), Applying.delivery(application), officer, power, at);
        Result.Done done = then(received, filing, officer, at);
        Written written = recording.of(done, officer, at, Link.NONE);
        store.submit(done.file(), written);
        return Applying.receipt(done.file(), written);
    }

    /** What follows at once, in the same statement. */
    private static Result.Done then(Result.Done received, WindowFiling filing, Who officer, Setting at) {
        CaseAct next = switch (filing.then()) {
            case RECEIVE -> null;
            case ACCEPT -> new CaseAct.Accept();
            case ON_THE_SPOT -> new CaseAct.OnTheSpot("", Applying.delivery(filing.application()));
        };
        if (next == null) {
            return received;
        }
        return switch (received.file().act(next, officer, at)) {
            case Result.No no -> throw Problems.of(no);
            case Result.Wrong(var errors) -> throw Problem.invalid(errors);
            case Result.Done done -> Opening.together(received, done);
        };
    }

    private Party party(WindowFiling filing) {
        Account account = applicant(filing.applicant());
        ApplicationChecks.free("agentName", filing.agentName());
        boolean person = account.kind() == AccountKind.RESIDENT;
        return new Party(account.id(), account.name(), person, filing.agentName());
    }

    private Account applicant(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(accounts::find)
                .filter(account -> account.kind() == AccountKind.RESIDENT || account.kind() == AccountKind.COMPANY)
                .orElseThrow(() -> Problem.invalid("applicant", "没有这个申请人", "There is no such applicant"));
    }

    private Way checked(NewCase application, Party party) {
        ItemVersion item = applying.item(application.item());
        ApplicationChecks.audience(item, party.person());
        ApplicationChecks.answered(item, application);
        return applying.way(item, application);
    }

    /** A window of a centre that the officer has a post in. */
    private void window(Visitor officer, @Nullable String code) {
        if (code != null && !people.seen(officer.id()).windows().contains(code)) {
            throw Problem.invalid("window", "您的岗位不在这个窗口所在的中心", "You hold no post in a centre with such a window");
        }
    }

    /** The officer or the applicant uploaded the files. */
    private Ready ready(Visitor visitor, NewCase application, Party party, Way way) {
        Ready ready = store.ready(
                ApplicationChecks.files(application.materials()),
                Set.of(visitor.id(), party.account()),
                visitor.id(),
                way.unit().code(),
                way.item().code(),
                RECEIVING,
                people.today());
        ApplicationChecks.owned(application.materials(), ready.files());
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
