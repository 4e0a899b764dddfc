package org.yichuang.network.store;

import static java.util.stream.Collectors.groupingBy;
import static org.yichuang.jooq.network.Tables.CENTRE;
import static org.yichuang.jooq.network.Tables.DEPARTMENT;
import static org.yichuang.jooq.network.Tables.DIVISION;
import static org.yichuang.jooq.network.Tables.SERVICE_POINT;
import static org.yichuang.jooq.network.Tables.SERVICE_WINDOW;
import static org.yichuang.jooq.network.Tables.UNIT;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Centre;
import org.yichuang.network.Department;
import org.yichuang.network.Division;
import org.yichuang.network.OpeningHours;
import org.yichuang.network.ServicePoint;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;
import org.yichuang.shared.Text;

/** Reads the whole network: some four thousand rows, once a version. */
final class SnapshotReader {
    private static final OpeningHours CLOSED = new OpeningHours(List.of());
    private static final Comparator<Window> BY_NUMBER =
            Comparator.<Window>comparingInt(window -> window.number().length()).thenComparing(Window::number);

    private final DSLContext dsl;

    SnapshotReader(DSLContext dsl) {
        this.dsl = dsl;
    }

    Snapshot read() {
        Map<String, List<Window>> windows = windows();
        return new Snapshot(departments(), divisions(), units(), centres(windows), points());
    }

    static Text name(String zh, @Nullable String en) {
        return Text.of(zh, en == null ? zh : en);
    }

    private static OpeningHours hours(String written) {
        return OpeningHours.parse(written).orElse(CLOSED);
    }

    private List<Department> departments() {
        return dsl.selectFrom(DEPARTMENT)
                .orderBy(DEPARTMENT.KEY)
                .fetch(row -> new Department(row.getKey(), name(row.getName(), row.getNameEn())));
    }

    private List<Division> divisions() {
        return dsl.selectFrom(DIVISION)
                .orderBy(DIVISION.CODE)
                .fetch(row -> new Division(
                        row.getCode(),
                        Tier.valueOf(row.getTier()),
                        name(row.getName(), row.getNameEn()),
                        row.getParent()));
    }

    private List<Unit> units() {
        return dsl.selectFrom(UNIT)
                .orderBy(UNIT.CODE)
                .fetch(row -> new Unit(
                        row.getCode(),
                        name(row.getName(), row.getNameEn()),
                        Tier.valueOf(row.getTier()),
                        row.getDivision(),
                        row.getDepartment(),
                        row.getParent(),
                        row.getPhone(),
                        row.getReviewBody(),
                        row.getCourt()));
    }

    private List<Centre> centres(Map<String, List<Window>> windows) {
        return dsl.selectFrom(CENTRE)
                .orderBy(CENTRE.CODE)
                .fetch(row -> new Centre(
                        row.getCode(),
                        name(row.getName(), row.getNameEn()),
                        Tier.valueOf(row.getTier()),
                        row.getDivision(),
                        row.getUnit(),
                        row.getAddress(),
                        row.getPhone(),
                        hours(row.getHours()),
                        windows.getOrDefault(row.getCode(), List.of())));
    }

    private Map<String, List<Window>> windows() {
        return dsl
                .selectFrom(SERVICE_WINDOW)
                .fetch(row -> new Window(
                        row.getCode(),
                        row.getCentre(),
                        row.getNumber(),
                        row.getPlace() == null ? null : name(row.getPlace(), row.getPlaceEn()),
                        name(row.getName(), row.getNameEn()),
                        row.getUnit()))
                .stream()
                .sorted(BY_NUMBER)
                .collect(groupingBy(Window::centre));
    }

    private List<ServicePoint> points() {
        return dsl.selectFrom(SERVICE_POINT)
                .orderBy(SERVICE_POINT.CODE)
                .fetch(row -> new ServicePoint(
                        row.getCode(),
                        name(row.getName(), row.getNameEn()),
                        row.getDivision(),
                        row.getCentre(),
                        row.getAddress(),
                        row.getPhone(),
                        hours(row.getHours())));
    }
}
