package org.yichuang.casework.web.desk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.service.KnownFacts;
import org.yichuang.casework.web.applicant.QuestionPage;
import org.yichuang.casework.web.applicant.QuestionPage.PlaceOption;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.PersonalNumber;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Tier;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * The form of an item as an officer fills it in for somebody at the window: all questions on one page.
 *
 * @param applicant null: what the account says fills in nothing
 * @param places districts, each with its streets behind it
 */
public record IntakePage(
        ItemVersion item,
        @Nullable Account applicant,
        Map<String, Object> answers,
        @Nullable Problem problem,
        List<Division> places) {

    /** The fields of the form as the applicant's own pages draw them, filled in with what the account says already. */
    public QuestionPage asks(Lang lang) {
        List<Field> fields = fields(item);
        boolean opens = applicant == null || applicant.opens();
        return QuestionPage.among(
                item,
                opens ? fields : fields.stream().map(this::unopened).toList(),
                known(),
                problem,
                options(item, places, lang));
    }

    /** Said before anything is filled in: nothing is delivered to an account that its owner cannot open. */
    private Field unopened(Field field) {
        if (!field.key().equals(DeliveryWay.QUESTION)) {
            return field;
        }
        Text hint = applicant != null && applicant.disabled()
                ? Text.of("申请人的账户已停用，收不到", "Their account is disabled: nothing arrives there")
                : item.onTheSpot()
                        ? Text.of(
                                "申请人还没有开通账户：当场办结的不能选；先收件、受理的，凭窗口给的开通码开通以后才收得到",
                                "Their account is not open yet: not for what is decided on the spot; else it arrives once they"
                                        + " have opened it with the code the window gives them")
                        : Text.of(
                                "申请人还没有开通账户：凭窗口给的开通码开通以后才收得到",
                                "Their account is not open yet: it arrives once they have opened it with the code the window"
                                        + " gives them");
        return field.offering(field.options().stream()
                .map(option -> electronic(option)
                        ? new Field.Option(option.value(), option.label(), hint, option.note())
                        : option)
                .toList());
    }

    private static boolean electronic(Field.Option option) {
        return DeliveryWay.asked(Map.of(DeliveryWay.QUESTION, option.value()))
                .filter(DeliveryWay.ELECTRONIC::equals)
                .isPresent();
    }

    /** A guardian applies for the applicant, or agrees. */
    public boolean minor(LocalDate today) {
        return applicant != null
                && applicant.person() != null
                && applicant.person().minor(today);
    }

    /** Of these fields, those that stand in a section; what hangs on another field stands under that one. */
    public static List<Field> in(FormSpec.Section section, QuestionPage asks) {
        List<String> keys = section.fields().map(Field::key).toList();
        return asks.roots().stream().filter(field -> keys.contains(field.key())).toList();
    }

    /** All fields of a form; one whose question is asked under a condition carries that condition. */
    static List<Field> fields(ItemVersion item) {
        return item.form().toMend(item.form().fields().map(Field::key).toList());
    }

    /** Where the matter can lie, asked where the form does not: to the street only where streets decide. */
    public List<PlaceOption> divisions(Lang lang) {
        boolean streets = item.levels().contains(Tier.STREET);
        return options(
                item,
                places.stream()
                        .filter(place -> streets || place.tier() == Tier.DISTRICT)
                        .toList(),
                lang);
    }

    /** Whether no unit above a street decides it, so that a district does not say whose it is. */
    public static boolean streetsAlone(ItemVersion item) {
        return item.levels().contains(Tier.STREET)
                && item.levels().stream().noneMatch(tier -> tier.compareTo(Tier.STREET) < 0);
    }

    /** Districts with their streets behind; where streets alone decide the streets, each with its district's name, and districts without any. */
    static List<PlaceOption> options(ItemVersion item, List<Division> places, Lang lang) {
        if (!streetsAlone(item)) {
            return places.stream()
                    .map(place -> new PlaceOption(
                            place.code(),
                            (place.tier() == Tier.STREET ? "\u3000" : "")
                                    + place.name().in(lang)))
                    .toList();
        }
        Map<String, Text> names = places.stream().collect(Collectors.toMap(Division::code, Division::name));
        Set<String> parents = places.stream().map(Division::parent).collect(Collectors.toSet());
        return places.stream()
                .filter(place -> place.tier() == Tier.STREET || !parents.contains(place.code()))
                .map(street -> inDistrict(street, names.get(street.parent()), lang))
                .toList();
    }

    private static PlaceOption inDistrict(Division street, @Nullable Text district, Lang lang) {
        String name = street.name().in(lang);
        return new PlaceOption(street.code(), district == null ? name : district.in(lang) + " " + name);
    }

    /**
     * What was typed, as answers of the form; fields left empty are left out. The applicant's number left masked as it
     * was shown is the number itself.
     */
    static Map<String, Object> answers(ItemVersion item, Account applicant, MultiValueMap<String, String> fields) {
        PersonalNumber number = applicant.number();
        var answers = new LinkedHashMap<String, Object>();
        item.form().fields().forEach(field -> {
            List<String> values = fields.getOrDefault(field.key(), List.of()).stream()
                    .map(field.type()::tidy)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!values.isEmpty()) {
                answers.put(field.key(), field.type() == FieldType.CHOICES ? values : values.getFirst());
            }
            if (number != null && numbered(field) && values.equals(List.of(number.masked()))) {
                answers.put(field.key(), number.inFull());
            }
        });
        return answers;
    }

    /** Of answers that were given in the form of another item those to the same question: of one name and one type. */
    static Map<String, Object> alike(ItemVersion before, ItemVersion item, Map<String, Object> answers) {
        var alike = new LinkedHashMap<>(answers);
        alike.entrySet().removeIf(answer -> {
            Field asked = item.form().field(answer.getKey()).orElseThrow();
            boolean same = before.form()
                    .field(asked.key())
                    .filter(field -> field.type() == asked.type())
                    .isPresent();
            boolean offered = !asked.type().picks()
                    || FieldType.values(answer.getValue()).stream()
                            .allMatch(value -> asked.option(value).isPresent());
            return !same || !offered;
        });
        return alike;
    }

    static List<Division> places(Network network) {
        return districts(network).stream()
                .flatMap(district -> Stream.concat(Stream.of(district), network.divisionsIn(district.code()).stream()))
                .toList();
    }

    static List<Division> districts(Network network) {
        return network.divisionsIn("").stream()
                .flatMap(city -> network.divisionsIn(city.code()).stream())
                .toList();
    }

    /** The answers with what the account says, so that nobody types it again; its number is shown masked. */
    private Map<String, Object> known() {
        PersonalNumber number = applicant == null ? null : applicant.number();
        Map<String, Object> all = new HashMap<>(answers);
        item.form().fields().forEach(field -> {
            Object answer = answers.get(field.key());
            boolean own = number != null && numbered(field) && number.inFull().equals(answer);
            if (answer == null || own) {
                all.put(field.key(), known(field));
            }
        });
        return all;
    }

    private static boolean numbered(Field field) {
        return field.known() == Field.Known.RESIDENT_ID || field.known() == Field.Known.USCC;
    }

    private String known(Field field) {
        Account account = applicant;
        if (field.known() == null || account == null) {
            return "";
        }
        PersonalNumber number = account.number();
        return KnownFacts.of(field.known(), account)
                .map(fact -> number != null && numbered(field) ? number.masked() : fact)
                .orElse("");
    }
}
