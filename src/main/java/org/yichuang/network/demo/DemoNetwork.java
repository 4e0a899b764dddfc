package org.yichuang.network.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.identity.DemoAccount;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Seed;
import org.yichuang.shared.web.Ui;

/** The demo city's places, and its people. */
@Component
@Order(Seed.NETWORK)
class DemoNetwork implements Seed {
    private final TableImport tables;
    private final DemoAccounts accounts;
    private final Clock clock;

    DemoNetwork(TableImport tables, DemoAccounts accounts, Clock clock) {
        this.tables = tables;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void fill() {
        var places = DemoFile.read("divisions").stream().map(DemoPlace::of).toList();
        var phones = new DemoPhones();
        var units = new DemoUnits(places, phones);
        var centres = new DemoCentres(places, units.units, phones);
        var staff = new DemoStaff(LocalDate.ofInstant(clock.instant(), Ui.ZONE).getYear(), units.units, centres);
        fill("departments", units.departments);
        fill("divisions", divisions(places));
        fill("units", units.units);
        fill("centres", centres.centres);
        fill("windows", centres.windows);
        fill("service-points", centres.points);
        List<DemoAccount> people = new ArrayList<>(DemoAccounts.people());
        people.addAll(staff.accounts());
        fill("officers", staff.officers(accounts.create(people)));
        fill("posts", staff.posts);
        fill("authorisations", staff.authorisations);
    }

    private static Rows divisions(List<DemoPlace> places) {
        Rows rows = new Rows();
        places.forEach(
                place -> rows.add(place.code(), place.tier().name(), place.name(), place.nameEn(), place.parent()));
        return rows;
    }

    private void fill(String table, Rows rows) {
        tables.fill(Actor.SYSTEM, Tables.named(table).orElseThrow(), rows.all());
    }
}
