package org.yichuang.network.demo;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Invented names, none twice before every family name has met every given name. */
final class DemoNames {
    private final List<String> family;
    private final List<String> given;
    private int next;

    DemoNames() {
        List<CSVRecord> rows = DemoFile.read("names");
        family = rows.stream().map(row -> row.get("family")).toList();
        given = rows.stream().map(row -> row.get("given")).toList();
    }

    String next() {
        int round = next / family.size();
        String name = family.get(next % family.size()) + given.get((next * 7 + round) % given.size());
        next++;
        return name;
    }
}
