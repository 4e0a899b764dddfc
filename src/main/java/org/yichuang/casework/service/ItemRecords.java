package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.casework.store.ItemDaysStore.Taken;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.shared.Text;

/** An item's own record on its page: the last three months, this one included; at most a second behind the database. */
@Component
class ItemRecords implements ItemRecord.Source {
    private static final int MONTHS = 3;
    private static final double MOST = 0.95;

    private static final long SECOND = 1_000_000_000L;

    private final ItemDaysStore store;
    private final People people;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(Optional<ItemRecord> record, LocalDate month, long at) {}

    ItemRecords(ItemDaysStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Optional<ItemRecord> of(String code) {
        LocalDate month = people.today().withDayOfMonth(1);
        Held known = held.get(code);
        if (known == null || !known.month.equals(month) || System.nanoTime() - known.at >= SECOND) {
            known = new Held(read(code, month), month, System.nanoTime());
            held.put(code, known);
        }
        return known.record;
    }

    @Override
    public Map<String, ItemRecord> all() {
        LocalDate month = people.today().withDayOfMonth(1);
        var all = new HashMap<String, ItemRecord>();
        store.all(month.minusMonths(MONTHS - 1), month.plusMonths(1))
                .forEach((code, taken) -> record(month, taken).ifPresent(record -> all.put(code, record)));
        return all;
    }

    private Optional<ItemRecord> read(String code, LocalDate month) {
        List<Taken> taken = store.of(code, month.minusMonths(MONTHS - 1), month.plusMonths(1));
        return record(month, taken);
    }

    private static Optional<ItemRecord> record(LocalDate month, List<Taken> all) {
        List<Taken> taken = all.stream().filter(Taken::known).toList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(record(month, all, taken));
    }

    private static int cases(List<Taken> taken) {
        return taken.stream().mapToInt(Taken::cases).sum();
    }

    /**
     * @param all with those of which it is not known how long they took: whether they were in time is
     * @param taken some, of which it is known how long they took
     */
    private static ItemRecord record(LocalDate month, List<Taken> all, List<Taken> taken) {
        int cases = cases(taken);
        int days = taken.stream().mapToInt(some -> some.days() * some.cases()).sum();
        int dated = all.stream().mapToInt(Taken::dated).sum();
        int onTime = all.stream().mapToInt(Taken::onTime).sum();
        return new ItemRecord(
                period(month),
                cases,
                (double) days / cases,
                percentile(taken, cases),
                dated,
                dated == 0 ? 0 : (double) onTime / dated,
                taken.stream()
                        .map(some -> new ItemRecord.Bucket(some.days(), some.cases(), some.dated() - some.onTime()))
                        .toList(),
                cases(all) - cases);
    }

    /** The days within which 95 of 100 were decided. */
    private static double percentile(List<Taken> taken, int cases) {
        int counted = 0;
        for (Taken some : taken) {
            counted += some.cases();
            if (counted >= MOST * cases) {
                return some.days();
            }
        }
        return taken.getLast().days();
    }

    private static Text period(LocalDate month) {
        LocalDate from = month.minusMonths(MONTHS - 1);
        return Text.of(
                from.getYear() + "年" + from.getMonthValue() + "月至" + month.getMonthValue() + "月，全市",
                from.getMonthValue() + "/" + from.getYear() + " to " + month.getMonthValue() + "/" + month.getYear()
                        + ", the whole city");
    }
}
