package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.web.applicant.QuestionPage.PlaceOption;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** Where an item can be applied for, and whose it is there. */
@Component
class Districts {
    private static final Text STREET_DECIDES = Text.of("由所在街道（乡镇）办理", "Decided by the street or town it lies in");

    private final Network network;

    Districts(Network network) {
        this.network = network;
    }

    /** The districts to choose from; none for an item that the city alone decides. */
    List<PlaceChoice> of(ItemVersion item) {
        return localLevel(item) == null ? List.of() : districts().flatMap(district -> choice(item, district)).toList();
    }

    /** The unit that will decide: competent there, or for the whole city. */
    @Nullable
    Text unit(ItemVersion item, @Nullable String division) {
        Tier tier = localLevel(item);
        Optional<Unit> unit = tier == null
                ? network.competentUnit(item.department(), Tier.CITY, city())
                : Optional.ofNullable(division)
                        .flatMap(code -> network.competentUnit(item.department(), tier, code));
        return unit.map(Unit::name).orElse(null);
    }

    /** The streets of a district, or of all, by name with the district before it. */
    List<PlaceOption> streets(@Nullable String district, Lang lang) {
        Stream<Division> within = district == null ? districts() : network.division(district).stream();
        List<Division> districts = within.toList();
        boolean one = districts.size() == 1;
        return districts.stream()
                .flatMap(each -> network.divisionsIn(each.code()).stream()
                        .map(street -> new PlaceOption(
                                street.code(),
                                one ? street.name().in(lang) : each.name().in(lang) + " " + street.name().in(lang))))
                .toList();
    }

    /** The district that a street or community lies in, or that it is. */
    Optional<String> districtOf(String division) {
        return network.path(division).stream()
                .filter(each -> each.tier() == Tier.DISTRICT)
                .map(Division::code)
                .findFirst();
    }

    /** 西湖区 转塘街道; the code itself where it is not known. */
    Text name(String division) {
        return network.path(division).stream()
                .filter(each -> each.tier() != Tier.CITY)
                .map(Division::name)
                .reduce((a, b) -> Text.of(a.zh() + " " + b.zh(), a.en() + " " + b.en()))
                .orElse(Text.same(division));
    }

    private Stream<PlaceChoice> choice(ItemVersion item, Division district) {
        Tier tier = localLevel(item);
        if (tier != Tier.DISTRICT) {
            return Stream.of(new PlaceChoice(district.code(), district.name(), STREET_DECIDES));
        }
        return network.competentUnit(item.department(), tier, district.code()).stream()
                .map(unit -> new PlaceChoice(district.code(), district.name(), unit.name()));
    }

    /** The tier below the city that decides; null when the city does. */
    private static @Nullable Tier localLevel(ItemVersion item) {
        if (item.levels().contains(Tier.DISTRICT)) {
            return Tier.DISTRICT;
        }
        if (item.levels().contains(Tier.STREET)) {
            return Tier.STREET;
        }
        return item.levels().contains(Tier.VILLAGE) ? Tier.VILLAGE : null;
    }

    private Stream<Division> districts() {
        return network.divisionsIn(city()).stream();
    }

    private String city() {
        return network.divisionsIn("").stream().map(Division::code).findFirst().orElse("");
    }
}
