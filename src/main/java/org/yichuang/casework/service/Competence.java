package org.yichuang.casework.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Problem;

/** Which unit an application goes to: that of the item's department at its place, at the first tier that has one. */
@Component
public class Competence {
    private final Network network;

    Competence(Network network) {
        this.network = network;
    }

    /** @throws Problem 422 on {@code division} when no unit is competent there */
    Unit unit(ItemVersion item, @Nullable String division) {
        return find(item, division)
                .orElseThrow(() ->
                        Problem.invalid("division", "请选择在哪个区办理", "Choose the district where it is to be handled"));
    }

    /** @throws Problem 422 on {@code division} when one was named and there is no such place */
    void known(@Nullable String division) {
        if (division != null
                && !division.isBlank()
                && network.division(division).isEmpty()) {
            throw Problem.invalid("division", "没有这个区划", "There is no such division");
        }
    }

    /** The unit, or none where no unit is competent at that place. */
    public Optional<Unit> find(ItemVersion item, @Nullable String division) {
        String place = division == null || division.isBlank() ? city() : division;
        return item.levels().stream()
                .map(tier -> network.competentUnit(item.department(), tier, place))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the form's own answer says of the place, else what was chosen before. */
    public @Nullable String place(ItemVersion item, Map<String, Object> answers, @Nullable String chosen) {
        List<String> said = item.form()
                .place()
                .map(field -> FieldType.values(item.form().visible(answers).get(field.key())))
                .orElse(List.of());
        return said.isEmpty() ? chosen : said.getFirst();
    }

    private String city() {
        List<Division> city = network.divisionsIn("");
        return city.isEmpty() ? "" : city.getFirst().code();
    }
}
