package org.yichuang.network.store;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Centre;
import org.yichuang.network.Department;
import org.yichuang.network.Division;
import org.yichuang.network.ServicePoint;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;

/** The whole network as it stood at one version, with the ways through it. Immutable. */
public final class Snapshot {
    final Map<String, Department> departments;
    final Map<String, Division> divisions;
    final Map<String, Unit> units;
    final Map<String, Centre> centres;
    final Map<String, Window> windows;
    final Map<String, ServicePoint> points;
    private final Map<String, List<Division>> inside;
    private final Map<String, Unit> competent;
    private final Map<String, List<Centre>> centresIn;
    private final Map<String, List<ServicePoint>> pointsIn;
    private final Map<String, List<Window>> windowsOf;

    Snapshot(
            List<Department> departments,
            List<Division> divisions,
            List<Unit> units,
            List<Centre> centres,
            List<ServicePoint> points) {
        this.departments = by(departments, Department::key);
        this.divisions = by(divisions, Division::code);
        this.units = by(units, Unit::code);
        this.centres = by(centres, Centre::code);
        this.windows =
                by(centres.stream().flatMap(centre -> centre.windows().stream()).toList(), Window::code);
        this.points = by(points, ServicePoint::code);
        this.inside = divisions.stream().collect(groupingBy(division -> parent(division.parent())));
        this.competent = by(units, unit -> unit.department() + " " + unit.division());
        this.centresIn = centres.stream().collect(groupingBy(Centre::division));
        this.pointsIn = points.stream().collect(groupingBy(ServicePoint::division));
        this.windowsOf = windows.values().stream()
                .filter(window -> window.unit() != null)
                .collect(groupingBy(window -> parent(window.unit())));
    }

    private static <T> Map<String, T> by(Collection<T> all, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>(all.size() * 2);
        all.forEach(one -> map.put(key.apply(one), one));
        return map;
    }

    private static String parent(@Nullable String code) {
        return code == null ? "" : code;
    }

    public Collection<Division> divisions() {
        return divisions.values();
    }

    public Collection<Unit> units() {
        return units.values();
    }

    public Collection<Centre> centres() {
        return centres.values();
    }

    public Collection<ServicePoint> points() {
        return points.values();
    }

    List<Division> inside(String division) {
        return inside.getOrDefault(division, List.of());
    }

    List<Division> path(String division) {
        Deque<Division> path = new ArrayDeque<>();
        for (Division at = divisions.get(division);
                at != null && path.size() < Tier.values().length;
                at = divisions.get(parent(at.parent()))) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    Optional<Unit> competent(String department, List<Tier> levels, String division) {
        List<Division> path = path(division);
        return levels.stream()
                .flatMap(level -> path.stream().filter(step -> step.tier() == level))
                .flatMap(step -> Stream.ofNullable(competent.get(department + " " + step.code())))
                .findFirst();
    }

    List<Centre> centresIn(String division) {
        return centresIn.getOrDefault(division, List.of());
    }

    List<ServicePoint> pointsIn(String division) {
        return pointsIn.getOrDefault(division, List.of());
    }

    List<Window> windowsOf(Unit unit) {
        List<Window> own = windowsOf.getOrDefault(unit.code(), List.of());
        return !own.isEmpty()
                ? own
                : centresIn(unit.division()).stream()
                        .flatMap(centre -> centre.windows().stream())
                        .filter(window -> window.unit() == null)
                        .toList();
    }

    List<Unit> units(String department) {
        return units.values().stream()
                .filter(unit -> unit.department().equals(department))
                .sorted(Comparator.comparing(Unit::tier).thenComparing(Unit::division))
                .toList();
    }
}
