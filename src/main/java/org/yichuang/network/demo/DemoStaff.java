package org.yichuang.network.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yichuang.identity.DemoAccount;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/** The invented officers of every unit, their posts with A and B, and what the posts are authorised to do. */
final class DemoStaff {
    private final Map<String, List<CSVRecord>> plans =
            DemoFile.read("posts").stream().collect(Collectors.groupingBy(post -> post.get("of")));
    private final Map<String, CSVRecord> named = new HashMap<>();
    private final DemoNames names = new DemoNames();
    /** Officer number to account, in order. */
    private final Map<String, DemoAccount> officers = new LinkedHashMap<>();

    private final Map<String, String> unitOf = new HashMap<>();
    final Rows posts = new Rows();
    final Rows authorisations = new Rows();
    private final int year;
    private final Set<Integer> reserved;
    private int serial;

    DemoStaff(int year, Rows units, DemoCentres centres) {
        this.year = year;
        this.reserved = plans.values().stream()
                .flatMap(List::stream)
                .map(post -> post.get("serial"))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        DemoFile.read("named").forEach(officer -> named.put(officer.get("unit") + "-" + officer.get("n"), officer));
        units.all().forEach(unit -> unit(String.valueOf(unit[0]), String.valueOf(unit[3]), centres));
    }

    /** Those that are still to be made. */
    List<DemoAccount> accounts() {
        return officers.values().stream()
                .filter(officer -> known(officer.login()).isEmpty())
                .toList();
    }

    Rows officers(Map<String, UUID> accounts) {
        Rows rows = new Rows();
        officers.forEach((number, account) ->
                rows.add(number, account.name(), unitOf.get(number), String.valueOf(accounts.get(account.login()))));
        return rows;
    }

    private void unit(String unit, String tier, DemoCentres centres) {
        String kind = tier.equals(Tier.STREET.name()) ? "street" : "unit";
        List<CSVRecord> plan = plans.getOrDefault(unit, plans.getOrDefault(kind, List.of()));
        for (CSVRecord post : plan) {
            String code = unit + "-" + post.get("key");
            String window = centres.seat(unit, post.get("seat"));
            posts.add(
                    code,
                    unit,
                    post.get("role"),
                    post.get("name"),
                    post.get("name_en"),
                    officer(unit, post.get("a")),
                    officer(unit, post.get("b")),
                    window == null ? null : window.substring(0, window.lastIndexOf('-')),
                    window);
            authorise(code, post);
        }
    }

    private String officer(String unit, String n) {
        String number = unit + "-" + n;
        officers.computeIfAbsent(number, key -> account(unit, n));
        unitOf.put(number, unit);
        return number;
    }

    private DemoAccount account(String unit, String n) {
        CSVRecord one = named.get(unit + "-" + n);
        if (one == null) {
            String place = unit.substring(0, unit.indexOf('-'));
            String login = unit.substring(place.length() + 1) + "-" + place + "-" + n;
            return DemoAccount.officer(login, names.next(), Set.of(Role.OFFICER), null);
        }
        Optional<DemoAccount> known = known(one.get("login"));
        if (known.isPresent()) {
            return known.get();
        }
        Text caption = one.get("caption").isEmpty() ? null : Text.of(one.get("caption"), one.get("caption_en"));
        return DemoAccount.officer(one.get("login"), one.get("name"), Set.of(Role.OFFICER), caption);
    }

    /** Who has an account of the demo city already, with roles of their own: the supervisor. */
    private static Optional<DemoAccount> known(String login) {
        return DemoAccounts.people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst();
    }

    /** A post with a number of its own is authorised until the end of next year, the others until revoked. */
    private void authorise(String post, CSVRecord plan) {
        int own = plan.get("serial").isEmpty() ? 0 : Integer.parseInt(plan.get("serial"));
        int part = 0;
        for (String item : plan.get("items").split(" ")) {
            for (String act : plan.get("acts").split(" ")) {
                String number = own == 0 ? next() : number(own) + (part++ == 0 ? "" : "-" + part);
                authorisations.add(number, post, item, act, year + "-01-01", ends(own));
            }
        }
    }

    private @Nullable String ends(int own) {
        return own == 0 ? null : (year + 1) + "-12-31";
    }

    private String next() {
        do {
            serial++;
        } while (reserved.contains(serial));
        return number(serial);
    }

    private String number(int of) {
        return String.format(Locale.ROOT, "%d-%04d", year, of);
    }
}
