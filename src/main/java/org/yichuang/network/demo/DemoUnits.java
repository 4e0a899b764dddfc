package org.yichuang.network.demo;

import java.util.List;
import org.yichuang.network.Tier;

/** The units: of each department one in the city, one in every district, and the streets' own. */
final class DemoUnits {
    private final List<DemoPlace> places;
    private final DemoPhones phones;
    private final Rows departments = new Rows();
    private final Rows units = new Rows();

    DemoUnits(List<DemoPlace> places, DemoPhones phones) {
        this.places = places;
        this.phones = phones;
        for (DemoRow department : DemoFile.read("departments")) {
            departments.add(department.get("key"), department.get("name"), department.get("name_en"));
            places.forEach(place -> unit(department, place));
        }
    }

    Rows departments() {
        return departments;
    }

    Rows units() {
        return units;
    }

    private void unit(DemoRow department, DemoPlace place) {
        String key = department.get("key");
        switch (place.tier()) {
            case CITY -> add(key, place, department.get("city"), department.get("city_en"), "");
            case DISTRICT ->
                add(
                        key,
                        place,
                        named(department, place),
                        department.get("district_en").replace("{}", place.nameEn()),
                        places.getFirst().shortCode() + "-" + key);
            case STREET -> {
                if (department.has("street")) {
                    add(key, place, place.streetAuthority(), place.streetAuthorityEn(), "");
                }
            }
            case VILLAGE -> {
                // no village decides in the demo city
            }
        }
    }

    private static String named(DemoRow department, DemoPlace district) {
        boolean county = !district.name().endsWith("区") && department.has("county");
        return department.get(county ? "county" : "district").replace("{}", district.name());
    }

    private void add(String key, DemoPlace place, String name, String nameEn, String parent) {
        if (!name.isEmpty()) {
            String code = place.shortCode() + "-" + key;
            boolean street = place.tier() == Tier.STREET;
            units.add(code, name, nameEn, place.tier().name(), place.code(), key, street ? "" : parent, phones.next());
        }
    }
}
