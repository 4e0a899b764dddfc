package org.yichuang.casework.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Authorised;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.network.Window;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Who stands at a window. Who may receive nothing that day looks nobody up and opens no account. */
@Component
public class WindowApplicants {
    private final Network network;
    private final People people;
    private final NewAccounts newAccounts;
    private final Accounts accounts;

    WindowApplicants(Network network, People people, NewAccounts newAccounts, Accounts accounts) {
        this.network = network;
        this.people = people;
        this.newAccounts = newAccounts;
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

    /** Whether they may receive this item today, for their own unit or another. */
    public boolean receives(Visitor officer, ItemVersion item) {
        return takes(officer, item) || passesOn(officer, item);
    }

    /** Whether some unit of the item's department has authorised a post of this officer to take it. */
    public boolean takes(Visitor officer, ItemVersion item) {
        return today(officer).stream()
                .anyMatch(may -> may.covers(may.unit(), item.code())
                        && network.unit(may.unit())
                                .filter(unit -> unit.department().equals(item.department()))
                                .isPresent());
    }

    /** City-wide acceptance: received at any window, decided by whose it is. */
    public boolean passesOn(Visitor officer, ItemVersion item) {
        return item.handling().cityWide()
                && window(officer) != null
                && today(officer).stream().anyMatch(Authorised::general);
    }

    /** Where the officer sits today. */
    public Optional<Seat> seat(Visitor officer) {
        return network.seat(officer.id(), people.today());
    }

    /** The key of the window they sit at today; null for who sits at none. */
    public @Nullable String window(Visitor officer) {
        return seat(officer).map(Seat::window).map(Window::code).orElse(null);
    }

    private List<Authorised> today(Visitor officer) {
        return network.powers(officer.id(), people.today()).stream()
                .filter(may -> WindowFilings.RECEIVING.contains(may.act().key()))
                .toList();
    }

    /** The account they have, or a new one without a password. */
    public Account account(Visitor officer, AtWindow who) {
        receiving(officer);
        return newAccounts.applicantAtWindow(who, Actor.of(officer.id()));
    }

    /** Who applies, by their account. */
    public Account known(@Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(accounts::find)
                .filter(Account::applies)
                .orElseThrow(() -> Problem.invalid("applicant", "没有这个申请人", "There is no such applicant"));
    }
}
