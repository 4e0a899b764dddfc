package org.yichuang.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.portal.web.HomePage.Vow;
import org.yichuang.shared.Text;

/** The city's three promises (P 13), each with its figure once there is one; counted again every minute at most. */
@Component
class Promises {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final ItemRecord.Source records;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.MIN, List.of());

    private record Counted(Instant at, List<Vow> vows) {}

    Promises(Catalogue catalogue, ItemRecord.Source records, Clock clock) {
        this.catalogue = catalogue;
        this.records = records;
        this.clock = clock;
    }

    List<Vow> now() {
        Instant now = clock.instant();
        Counted last = counted;
        if (last.at.isBefore(now.minus(FRESH)) || last.at.isAfter(now)) {
            last = new Counted(now, count());
            counted = last;
        }
        return last.vows;
    }

    private List<Vow> count() {
        var vows = new ArrayList<Vow>();
        PromiseGain.of(catalogue.all()).map(Promises::promised).ifPresent(vows::add);
        Map<String, ItemRecord> done = records.all();
        CityRecord record = CityRecord.of(catalogue.all().stream()
                .flatMap(card -> record(card, done.get(card.code())).stream())
                .toList());
        if (record.some()) {
            vows.add(actual(record));
            vows.add(punctual(record));
        }
        return List.copyOf(vows);
    }

    /** Only an item that promises working days says how much faster it was. */
    private static Optional<CityRecord.Item> record(ItemCard card, @Nullable ItemRecord done) {
        Limit promise = card.promised();
        return promise == null || promise.unit() != Limit.Unit.WORKING_DAY || done == null
                ? Optional.empty()
                : Optional.of(new CityRecord.Item(promise.amount(), done));
    }

    private static Vow promised(PromiseGain gain) {
        return new Vow(
                Text.of("承诺比法定快", "Promised faster than the law"),
                gain.percent(),
                PromiseGain.TARGET,
                Text.of(
                        gain.items() + " 个事项，法定平均 " + gain.statuteDays() + " → 承诺 " + gain.promiseDays() + " 个工作日",
                        gain.items() + " services: by law " + gain.statuteDays() + " → promised " + gain.promiseDays()
                                + " working days on average"));
    }

    private static Vow actual(CityRecord record) {
        return new Vow(
                Text.of("实际比承诺快", "Done faster than promised"),
                record.faster(),
                CityRecord.FASTER,
                Text.of(
                        "承诺 " + record.promisedDays() + " → 实际 " + record.actualDays() + " 个工作日",
                        "promised " + record.promisedDays() + " → took " + record.actualDays() + " working days"));
    }

    private static Vow punctual(CityRecord record) {
        return new Vow(
                Text.of("按时办结", "Done on time"),
                record.punctual(),
                CityRecord.PUNCTUAL,
                Text.of(
                        record.dated() + " 件中 " + record.onTime() + " 件",
                        record.onTime() + " of " + record.dated() + " cases"));
    }
}
