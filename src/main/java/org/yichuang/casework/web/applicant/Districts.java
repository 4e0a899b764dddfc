package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.service.Competence;
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
public class Districts {
    private static final Text STREET_DECIDES = Text.of("由所在街道（乡镇）办理", "Decided by the street or town it lies in");
    private static final Text NOBODY = Text.of("这里还没有登记办这件事的单位", "No unit for this has been entered here yet");

    private final Network network;
    private final Competence competence;

    Districts(Network network, Competence competence) {
        this.network = network;
        this.competence = competence;
    }

    /** A district to choose, with the unit that is competent there. */
    public record Choice(String code, Text name, Text unit) {}

    /** The districts to choose from; none for an item that the city alone decides. */
    List<Choice> of(ItemVersion item) {
        return Competence.cityAlone(item)
                ? List.of()
                : districts().map(district -> choice(item, district)).toList();
    }

    /** The unit that will decide; null while it cannot be said. */
    @Nullable
    Text unit(ItemVersion item, @Nullable String division) {
        return competence.find(item, division).map(Unit::name).orElse(null);
    }

    /** The streets of a district, or of all, by name with the district before it; a district without any is itself one. */
    List<PlaceOption> streets(@Nullable String district, Lang lang) {
        Stream<Division> within = district == null ? districts() : network.division(district).stream();
        List<Division> districts = within.toList();
        boolean one = districts.size() == 1;
        return districts.stream()
                .flatMap(each -> streets(each, one ? "" : each.name().in(lang) + " ", lang))
                .toList();
    }

    private Stream<PlaceOption> streets(Division district, String before, Lang lang) {
        List<Division> streets = network.divisionsIn(district.code());
        return streets.isEmpty()
                ? Stream.of(new PlaceOption(district.code(), district.name().in(lang)))
                : streets.stream()
                        .map(street -> new PlaceOption(
                                street.code(), before + street.name().in(lang)));
    }

    /** The district that a street or community lies in, or that it is. */
    Optional<String> districtOf(String division) {
        return network.path(division).stream()
                .filter(each -> each.tier() == Tier.DISTRICT)
                .map(Division::code)
                .findFirst();
    }

    /** 西湖区 转塘街道; the code itself where it is not known. */
    public Text name(String division) {
        return network.path(division).stream()
                .filter(each -> each.tier() != Tier.CITY)
                .map(Division::name)
                .reduce((a, b) -> Text.of(a.zh() + " " + b.zh(), a.en() + " " + b.en()))
                .orElse(Text.same(division));
    }

    /** A unit of the city or the district; an item that streets decide says so until the street is known. */
    private Choice choice(ItemVersion item, Division district) {
        boolean local = item.level().compareTo(Tier.DISTRICT) > 0;
        Text otherwise =
                item.levels().stream().anyMatch(tier -> tier.compareTo(Tier.DISTRICT) > 0) ? STREET_DECIDES : NOBODY;
        Text unit = local
                ? STREET_DECIDES
                : competence.find(item, district.code()).map(Unit::name).orElse(otherwise);
        return new Choice(district.code(), district.name(), unit);
    }

    private Stream<Division> districts() {
        return network.divisionsIn(city()).stream();
    }

    private String city() {
        return network.divisionsIn("").stream().map(Division::code).findFirst().orElse("");
    }
}
