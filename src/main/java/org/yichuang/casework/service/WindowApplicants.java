package org.yichuang.casework.service;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yichuang.identity.Account;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Authorised;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Who stands at a window. Who may receive nothing that day looks nobody up and opens no account. */
@Component
public class WindowApplicants {
    private final Network network;
    private final People people;
    private final NewAccounts accounts;

    WindowApplicants(Network network, People people, NewAccounts accounts) {
        this.network = network;
        this.people = people;
        this.accounts = accounts;
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

    /** The account they have, or a new one without a password. */
    public Account account(Visitor officer, AtWindow who) {
        receiving(officer);
        return accounts.applicantAtWindow(who, Actor.of(officer.id()));
    }
}
