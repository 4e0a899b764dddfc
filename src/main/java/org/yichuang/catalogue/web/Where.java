package org.yichuang.catalogue.web;

import java.util.List;
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
 * @param choices what the place is chosen by, the widest first; empty where the city's own unit does it
 * @param place the code of the narrowest place that was chosen, or of the unit's where that lies in it; null before one
 *     is chosen, and where none need be
 * @param unit the one a case from there goes to; null while it cannot be said
 */
public record Where(
        List<Choice> choices,
        @Nullable String place,
        @Nullable Unit unit,
        List<At> centres) {

    /**
     * The district, or the street in it.
     *
     * @param before what is asked for again when none of them is chosen
     * @param chosen the code of the chosen one, null before one is chosen
     */
    public record Choice(
            Text label,
            String before,
            List<Division> from,
            @Nullable String chosen) {}

    /** A centre, and which of its windows do it; none where it has none for it. */
    public record At(Centre centre, List<Window> windows) {

        /** 2 楼 B 区 23、24 号窗口; one line a part of the centre. */
        public List<Text> lines() {
            return Window.labels(windows);
        }
    }

    /** Finds the place in the network. */
    @Component
    static class Finder {
        private final Network network;

        Finder(Network network) {
            this.network = network;
        }

        Where of(ItemVersion item, @Nullable String asked) {
            Optional<Division> city = network.divisionsIn("").stream().findFirst();
            if (city.isEmpty()) {
                return nowhere(List.of(), null);
            }
            return item.level() == Tier.CITY
                    ? at(List.of(), null, item, city.get().code())
                    : inDistrict(item, city.get(), asked == null ? List.of() : network.path(asked));
        }

        /** @param path to the place that was asked for */
        private Where inDistrict(ItemVersion item, Division city, List<Division> path) {
            String district = in(path, Tier.DISTRICT);
            Choice districts =
                    new Choice(Text.of("您在哪个区、县（市）", "Your district"), "", network.divisionsIn(city.code()), district);
            if (district == null) {
                return nowhere(List.of(districts), null);
            }
            if (item.level() == Tier.DISTRICT) {
                return at(List.of(districts), district, item, path.getLast().code());
            }
            String street = in(path, Tier.STREET);
            Choice streets = new Choice(
                    Text.of("哪个街道（乡镇）", "Your street or town"), district, network.divisionsIn(district), street);
            List<Choice> both = List.of(districts, streets);
            return street == null
                    ? nowhere(both, district)
                    : at(both, street, item, path.getLast().code());
        }

        private static @Nullable String in(List<Division> path, Tier tier) {
            return path.stream()
                    .filter(division -> division.tier() == tier)
                    .map(Division::code)
                    .findFirst()
                    .orElse(null);
        }

        private static Where nowhere(List<Choice> choices, @Nullable String place) {
            return new Where(choices, place, null, List.of());
        }

        /** @param chosen the narrowest place that can be chosen, {@code within} the one that was asked for in it */
        private Where at(List<Choice> choices, @Nullable String chosen, ItemVersion item, String within) {
            return network.competentUnit(item.department(), item.levels(), within)
                    .map(unit ->
                            new Where(choices, narrower(unit, item) ? unit.division() : chosen, unit, centres(unit)))
                    .orElseGet(() -> nowhere(choices, chosen));
        }

        /** Where the tier that decides has no unit, there may be another in each place below it. */
        private static boolean narrower(Unit unit, ItemVersion item) {
            return unit.tier().compareTo(item.level()) > 0;
        }

        private List<At> centres(Unit unit) {
            List<Window> windows = network.windowsOf(unit);
            List<Centre> centres = windows.isEmpty()
                    ? network.centresIn(unit.division())
                    : windows.stream()
                            .map(Window::centre)
                            .distinct()
                            .flatMap(code -> network.centre(code).stream())
                            .toList();
            return centres.stream()
                    .map(centre -> new At(
                            centre,
                            windows.stream()
                                    .filter(window -> window.centre().equals(centre.code()))
                                    .toList()))
                    .toList();
        }
    }
}
