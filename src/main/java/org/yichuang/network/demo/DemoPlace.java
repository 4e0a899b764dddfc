package org.yichuang.network.demo;

import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.yichuang.network.Tier;

/**
 * A division of the demo city.
 *
 * @param parent its code, empty for the city
 */
record DemoPlace(String code, Tier tier, String name, String nameEn, String parent) {

    static DemoPlace of(CSVRecord row) {
        return new DemoPlace(
                row.get("code"), Tier.valueOf(row.get("tier")), row.get("name"), row.get("name_en"), row.get("parent"));
    }

    /** The part of the code that says something: 330106 of a district, 330106010 of a street. */
    String shortCode() {
        return code.substring(0, tier == Tier.STREET ? 9 : tier == Tier.VILLAGE ? 12 : 6);
    }

    String kind() {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    /** 街道 have an office, towns a government, development zones an administration. */
    String streetAuthority() {
        return name + (name.endsWith("街道") ? "办事处" : town() ? "人民政府" : "管理委员会");
    }

    String streetAuthorityEn() {
        return nameEn + (name.endsWith("街道") ? " Office" : town() ? " Government" : " Administration");
    }

    private boolean town() {
        return name.endsWith("镇") || name.endsWith("乡");
    }
}
