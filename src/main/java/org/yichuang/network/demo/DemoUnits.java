package org.yichuang.network.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.yichuang.network.Tier;

/** The units: of each department one in the city, one in every district, and the streets' own. */
final class DemoUnits {
    private final List<DemoPlace> places;
    private final Map<String, String> districts;
    private final DemoPhones phones;
    final Rows departments = new Rows();
    final Rows units = new Rows();

    DemoUnits(List<DemoPlace> places, DemoPhones phones) {
        this.places = places;
        this.phones = phones;
        this.districts = places.stream()
                .filter(place -> place.tier() == Tier.DISTRICT)
                .collect(Collectors.toMap(DemoPlace::code, DemoPlace::name));
        for (CSVRecord department : DemoFile.read("departments")) {
            departments.add(department.get("key"), department.get("name"), department.get("name_en"));
            places.forEach(place -> unit(department, place));
        }
    }

    private void unit(CSVRecord department, DemoPlace place) {
        String key = department.get("key");
        switch (place.tier()) {
            case CITY ->
                add(key, place, department.get("city"), department.get("city_en"), "", department.get("city_review"));
            case DISTRICT ->
                add(
                        key,
                        place,
                        named(department, "district", place),
                        department.get("district_en").replace("{}", place.nameEn()),
                        places.getFirst().shortCode() + "-" + key,
                        named(department, "district_review", place));
            case STREET -> {
                if (!department.get("street").isEmpty()) {
                    String district = districts.get(place.parent());
                    String reviewedBy = department.get("street_review").replace("{}", district);
                    add(key, place, place.streetAuthority(), place.streetAuthorityEn(), "", reviewedBy);
                }
            }
            case VILLAGE -> {
                // no village decides in the demo city
            }
        }
    }

    /** A county's own bureau has another name, and another body over it, than the city bureau's branch in a district. */
    private static String named(CSVRecord department, String column, DemoPlace district) {
        String county = column.replace("district", "county");
        boolean other =
                !district.name().endsWith("区") && !department.get(county).isEmpty();
        return department.get(other ? county : column).replace("{}", district.name());
    }

    private void add(String key, DemoPlace place, String name, String nameEn, String parent, String reviewBody) {
        if (!name.isEmpty()) {
            String code = place.shortCode() + "-" + key;
            units.add(
                    code, name, nameEn, place.tier().name(), place.code(), key, parent, phones.next(), reviewBody, "");
        }
    }
}
