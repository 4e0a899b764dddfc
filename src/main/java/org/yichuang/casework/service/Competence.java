package org.yichuang.casework.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.shared.Problem;

/** Which unit an application goes to: that of the item's department at its place, at the first tier that has one. */
@Component
public class Competence {
    private final Network network;

    Competence(Network network) {
        this.network = network;
    }

    /** Whether the city alone decides it, so that no place need be said. */
    public static boolean cityAlone(ItemVersion item) {
        return item.levels().stream().allMatch(tier -> tier == Tier.CITY);
    }

    /**
     * The unit an application goes to; which one is never guessed.
     *
     * @throws Problem 422 on the form's own field, or on {@code division}, when that is no place in a district, or no unit
     *     is competent there
     */
    Unit unit(ItemVersion item, Map<String, Object> answers, @Nullable String chosen) {
        if (chosen != null && !chosen.isBlank()) {
            known(chosen);
        }
        String field = said(item, answers).isEmpty()
                ? "division"
                : item.form().place().map(Field::key).orElseThrow();
        String place = place(item, answers, chosen);
        return find(item, place).orElseThrow(() -> none(field, place));
    }

    /** Where nothing lies below the place it cannot be said more exactly. */
    private Problem none(String field, @Nullable String place) {
        boolean last = place != null
                && network.division(place)
                        .filter(known -> known.tier() != Tier.CITY)
                        .isPresent()
                && network.divisionsIn(place).isEmpty();
        return last
                ? Problem.invalid(field, "这里还没有登记办这件事的单位", "No unit for this has been entered here yet")
                : Problem.invalid(
                        field,
                        "请选择这件事在哪个区；由街道办的，选到街道",
                        "Choose in which district the matter is; the street too, where streets decide");
    }

    /** Whether it is a place by which the unit is known: one in a district, where districts or streets decide. */
    private boolean tells(ItemVersion item, @Nullable String place) {
        if (place == null || place.isBlank()) {
            return cityAlone(item);
        }
        return network.division(place)
                .filter(known -> cityAlone(item) || known.tier() != Tier.CITY)
                .isPresent();
    }

    /** @throws Problem 422 when it is none */
    void known(String division) {
        if (network.division(division).isEmpty()) {
            throw Problem.invalid("division", "没有这个区划", "There is no such division");
        }
    }

    /** The unit, or none where that is no place, or no unit is competent there. */
    public Optional<Unit> find(ItemVersion item, @Nullable String division) {
        if (!tells(item, division)) {
            return Optional.empty();
        }
        String place = division == null || division.isBlank() ? city() : division;
        return network.competentUnit(item.department(), item.levels(), place);
    }

    /** What the form's own answer says of the place, else what was chosen before. */
    public @Nullable String place(ItemVersion item, Map<String, Object> answers, @Nullable String chosen) {
        List<String> said = said(item, answers);
        return said.isEmpty() ? chosen : said.getFirst();
    }

    /** The form's own field of the place, when it was answered with one outside: that would count before the district. */
    List<String> elsewhere(ItemVersion item, Map<String, Object> answers, String division) {
        return item.form().place().map(Field::key).stream()
                .filter(place -> FieldType.values(answers.get(place)).stream()
                        .flatMap(answer -> network.path(answer).stream())
                        .noneMatch(within -> within.code().equals(division)))
                .toList();
    }

    private static List<String> said(ItemVersion item, Map<String, Object> answers) {
        return item.form()
                .place()
                .map(field -> FieldType.values(item.form().visible(answers).get(field.key())))
                .orElse(List.of());
    }

    private String city() {
        List<Division> city = network.divisionsIn("");
        return city.isEmpty() ? "" : city.getFirst().code();
    }
}
