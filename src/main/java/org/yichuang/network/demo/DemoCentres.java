package org.yichuang.network.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Tier;

/** The city's and the districts' centres, the streets' service centres, their windows, and the service points. */
final class DemoCentres {
    private static final String HOURS = "1-5 08:45-12:00 13:30-17:00";
    private static final String CITY_HOURS = HOURS + "; 6 09:00-12:00";
    private static final String POINT_HOURS = "1-5 09:00-11:30 14:00-16:30";
    private static final List<String> ROADS = List.of("惠民路", "便民路", "利民街", "安民路", "为民路", "亲民巷");

    private final Map<String, DemoPlace> byCode;
    private final DemoPhones phones;
    final Rows centres = new Rows();
    final Rows windows = new Rows();
    final Rows points = new Rows();
    /** Unit and window number, or unit alone for its first window, to the window's code. */
    private final Map<String, String> seats = new HashMap<>();

    DemoCentres(List<DemoPlace> places, Rows units, DemoPhones phones) {
        this.byCode = places.stream().collect(Collectors.toMap(DemoPlace::code, Function.identity()));
        this.phones = phones;
        Map<String, List<CSVRecord>> plan =
                DemoFile.read("windows").stream().collect(Collectors.groupingBy(window -> window.get("of")));
        var known = units.all().stream().map(unit -> String.valueOf(unit[0])).collect(Collectors.toSet());
        for (int at = 0; at < places.size(); at++) {
            DemoPlace place = places.get(at);
            if (place.tier() == Tier.VILLAGE) {
                point(place, at);
            } else {
                centre(place, at, known.contains(place.shortCode() + "-jdb"));
                for (CSVRecord window : plan.getOrDefault(place.kind(), List.of())) {
                    window(place, window);
                }
            }
        }
    }

    /** The window where a post sits: by number, or the first of the unit, or the first for everybody. */
    @Nullable
    String seat(String unit, String number) {
        String place = unit.substring(0, unit.indexOf('-'));
        if (number.isEmpty()) {
            return null;
        }
        return number.equals("first")
                ? seats.getOrDefault(unit, place + "-centre-" + (place.length() == 9 ? 1 : 2))
                : place + "-centre-" + number;
    }

    private void centre(DemoPlace place, int at, boolean street) {
        String name = place.name() + (street ? "便民服务中心" : "行政服务中心");
        String nameEn = place.nameEn() + (street ? " Service Centre" : " Administrative Service Centre");
        String hours = place.tier() == Tier.CITY ? CITY_HOURS : HOURS;
        centres.add(
                place.shortCode() + "-centre",
                name,
                nameEn,
                place.tier().name(),
                place.code(),
                street ? place.shortCode() + "-jdb" : "",
                address(place, at),
                phones.next(),
                hours);
    }

    private void window(DemoPlace place, CSVRecord window) {
        String code = place.shortCode() + "-centre-" + window.get("number");
        String unit = window.get("department").isEmpty() ? "" : place.shortCode() + "-" + window.get("department");
        windows.add(
                code,
                place.shortCode() + "-centre",
                window.get("number"),
                window.get("place"),
                window.get("place_en"),
                window.get("name"),
                window.get("name_en"),
                unit);
        if (!unit.isEmpty()) {
            seats.putIfAbsent(unit, code);
        }
    }

    private void point(DemoPlace place, int at) {
        DemoPlace street = byCode.get(place.parent());
        points.add(
                place.code(),
                name(place) + "便民服务点",
                place.nameEn() + " Service Point",
                place.code(),
                street == null ? null : street.shortCode() + "-centre",
                address(place, at),
                phones.next(),
                POINT_HOURS);
    }

    private static String name(DemoPlace village) {
        String name = village.name();
        return name.endsWith("村委会") || name.endsWith("居委会") ? name.substring(0, name.length() - 2) : name;
    }

    /** 杭州市西湖区转塘街道惠民路 12 号: the places are real, roads and numbers invented. */
    private String address(DemoPlace place, int at) {
        StringBuilder address = new StringBuilder();
        for (DemoPlace step = place; step != null; step = byCode.get(step.parent())) {
            address.insert(0, step.tier() == Tier.VILLAGE ? name(step) : step.name());
        }
        return address + ROADS.get(at % ROADS.size()) + " " + (at * 7 % 288 + 1) + " 号";
    }
}
