package org.yichuang.catalogue.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Centre;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;
import org.yichuang.shared.Text;

/**
 * Where an item is done: the competent unit and the windows of one place.
 *
 * @param districts what one can choose from; empty where the city's own unit does it
 * @param chosen the code of the chosen district, null before one is chosen
 */
public record Where(
        List<Division> districts,
        @Nullable String chosen,
        @Nullable Unit unit,
        @Nullable Centre centre,
        List<Window> windows) {

    /** 2 楼 B 区 23、24 号窗口; one line a part of the centre. */
    public List<Text> windowLines() {
        Map<Text, List<String>> numbers = new LinkedHashMap<>();
        for (Window window : windows) {
            Text place = window.place() == null ? Text.of("", "") : window.place();
            numbers.computeIfAbsent(place, key -> new ArrayList<>()).add(window.number());
        }
        return numbers.entrySet().stream()
                .map(part -> Text.of(
                        (part.getKey().zh() + " " + String.join("、", part.getValue()) + " 号窗口").strip(),
                        (part.getKey().en() + " window " + String.join(", ", part.getValue())).strip()))
                .toList();
    }

    /** Finds the place in the network. */
    @Component
    static class Finder {
        private final Network network;

        Finder(Network network) {
            this.network = network;
        }

        Where of(ItemVersion item, @Nullable String asked) {
            Tier tier = item.level();
            List<Division> city = network.divisionsIn("");
            if (tier == Tier.CITY) {
                return city.isEmpty()
                        ? nowhere(List.of())
                        : at(List.of(), null, item, city.getFirst().code());
            }
            List<Division> districts = city.isEmpty()
                    ? List.of()
                    : network.divisionsIn(city.getFirst().code());
            Optional<Division> chosen = districts.stream()
                    .filter(district -> district.code().equals(asked))
                    .findFirst();
            return chosen.map(district -> at(districts, district.code(), item, district.code()))
                    .orElseGet(() -> nowhere(districts));
        }

        private static Where nowhere(List<Division> districts) {
            return new Where(districts, null, null, null, List.of());
        }

        private Where at(List<Division> districts, @Nullable String chosen, ItemVersion item, String division) {
            Unit unit = network.competentUnit(item.department(), item.level(), division)
                    .orElse(null);
            List<Window> windows = unit == null ? List.of() : network.windowsOf(unit);
            Centre centre = windows.isEmpty()
                    ? network.centreIn(division).orElse(null)
                    : network.centre(windows.getFirst().centre()).orElse(null);
            return new Where(districts, chosen, unit, centre, windows);
        }
    }
}
