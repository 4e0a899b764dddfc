package org.yichuang.casework.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.Draft;
import org.yichuang.casework.store.DraftStore;
import org.yichuang.identity.Account;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Authorised;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Who stands at a window. Who may receive nothing that day looks nobody up and opens no account. */
@Component
public class WindowApplicants {
    /** A draft was shown at a window. */
    static final String SHOWN = "draft.shown";

    private final Network network;
    private final People people;
    private final NewAccounts accounts;
    private final DraftStore drafts;
    private final DraftService asInForce;
    private final Journal journal;

    WindowApplicants(
            Network network,
            People people,
            NewAccounts accounts,
            DraftStore drafts,
            DraftService asInForce,
            Journal journal) {
        this.network = network;
        this.people = people;
        this.accounts = accounts;
        this.drafts = drafts;
        this.asInForce = asInForce;
        this.journal = journal;
    }

    /**
     * What an officer may receive today.
     *
     * @throws Problem 403 when it is nothing
     */
    public List<Authorised> receiving(Visitor officer) {
        List<Authorised> receiving = today(officer);
        if (receiving.isEmpty()) {
            throw Problem.forbidden("您今天持有的岗位没有收件授权", "No post that you hold today is authorised to receive");
        }
        return receiving;
    }

    /** Whether there is anything that they may receive today. */
    public boolean receives(Visitor officer) {
        return !today(officer).isEmpty();
    }

    private List<Authorised> today(Visitor officer) {
        return network.powers(officer.id(), people.today()).stream()
                .filter(may -> WindowFilings.RECEIVING.contains(may.act().key()))
                .toList();
    }

    /** When they last saved a draft of this item on line; what stands in it is for the window they give their number at. */
    public Optional<Instant> drafted(Visitor officer, UUID applicant, String item) {
        receiving(officer);
        return drafts.last(applicant, item).map(Draft::updatedAt);
    }

    /**
     * What they began of this item on line and saved last, for the window at which they just gave their number. Whoever
     * else reads a draft of theirs goes on their own record.
     */
    public Optional<Draft> begun(Visitor officer, Account applicant, String item) {
        receiving(officer);
        Optional<Draft> begun = drafts.last(applicant.id(), item).map(asInForce::inForce);
        begun.ifPresent(draft -> journal.append(new NewEntry(
                SHOWN,
                applicant.subject(),
                Actor.of(officer.id()),
                Map.of(
                        "item", item,
                        "draft", draft.id().toString(),
                        "saved", draft.updatedAt().toString()))));
        return begun;
    }

    /** The same on its page, for who was shown it today; empty where it was submitted, saved or deleted since. */
    public Optional<Draft> begun(Visitor officer, Account applicant, UUID draft, String item) {
        receiving(officer);
        return drafts.find(applicant.id(), draft)
                .filter(found -> found.item().equals(item))
                .filter(found -> shown(officer, applicant, found))
                .map(asInForce::inForce);
    }

    private boolean shown(Visitor officer, Account applicant, Draft draft) {
        return journal.of(applicant.subject()).stream()
                .filter(entry -> entry.kind().equals(SHOWN)
                        && officer.id().equals(entry.actor().account()))
                .filter(entry -> WorkingCalendar.dayOf(entry.at()).equals(people.today()))
                .anyMatch(entry -> Stream.of(draft.id(), draft.updatedAt())
                        .allMatch(said -> entry.payload().contains("\"" + said + "\"")));
    }

    public static Problem draftChanged() {
        return Problem.conflict(
                "draft-changed",
                "申请人网上的草稿刚刚提交、改动或者删除了，什么都没有收",
                "The draft was submitted, changed or deleted on line just now; nothing was received");
    }

    /** The account they have, or a new one without a password. */
    public Account account(Visitor officer, AtWindow who) {
        receiving(officer);
        return accounts.applicantAtWindow(who, Actor.of(officer.id()));
    }
}
