package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.Receiving;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.network.Tier;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;

/** Forms as data: whether every part of one can be shown and answered. */
final class FormRules {
    static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** What the forms of the desk send beside the answers. */
    private static final Set<String> TAKEN =
            Set.of("then", "version", "what", "once", "draft", "confirmed", "step", "after", "revision");

    /** What the pages' scripts ask a form for: they would get the field of that name, and the page not save any more. */
    private static final Set<String> OF_A_FORM = Set.of(("action attributes children closest disabled elements form id"
                    + " matches method name remove reset submit target type value")
            .split(" "));

    private static final Text AL_29 = LegalRule.AL_29.article();

    private FormRules() {}

    static final List<Rule> ALL = List.of(
            error(
                    "AL-29-FORM",
                    AL_29,
                    item -> item.form().fields().findAny().isPresent(),
                    "form",
                    "没有申请表",
                    "The form is missing"),
            error("FORM-KEYS", AL_29, FormRules::keys),
            error("FORM-OPTIONS", AL_29, FormRules::options),
            error("FORM-LIMITS", AL_29, FormRules::limits),
            error("FORM-RECEIVE", AL_29, FormRules::receive),
            error("FORM-CONDITIONS", AL_29, FormRules::conditions),
            error("FORM-COMPARED", AL_29, FormRules::compared),
            error("FORM-PAST", AL_29, FormRules::past),
            error(
                    "FORM-PLACE",
                    AL_29,
                    FormRules::placed,
                    "form",
                    "区、街道办的事项，表里要问在哪个区、街道，必填，不带条件",
                    "An item of districts or streets has to ask for the district, of everybody and under no condition"),
            warning(
                    "FORM-EMPTY",
                    AL_29,
                    item -> item.form()
                            .questions()
                            .filter(question -> question.fields().isEmpty())
                            .map(question ->
                                    Fault.of("form." + question.key(), "这一页什么也没有问", "This page asks nothing"))));

    private static Stream<Fault> keys(ItemVersion item) {
        List<String> questions =
                item.form().questions().map(FormSpec.Question::key).toList();
        List<String> fields = item.form().fields().map(Field::key).toList();
        return Stream.of(malformed(questions), malformed(fields), taken(item)).flatMap(faults -> faults);
    }

    private static Stream<Fault> taken(ItemVersion item) {
        return item.form()
                .fields()
                .filter(field -> TAKEN.contains(field.key())
                        || OF_A_FORM.contains(field.key())
                        || (field.key().equals("division") && field.type() != FieldType.DIVISION))
                .map(Field::key)
                .map(key -> Fault.of(
                        "form." + key,
                        "“" + key + "”是网页的表单自己用的名字，请换一个",
                        "“" + key + "” is a name that the forms of the pages use"));
    }

    private static Stream<Fault> malformed(List<String> keys) {
        Set<String> seen = new HashSet<>();
        return keys.stream()
                .filter(key -> !KEY.matcher(key).matches() || !seen.add(key))
                .map(key -> Fault.of(
                        "form." + key,
                        "“" + key + "”重复，或不是小写字母、数字和下划线",
                        "“" + key + "” is doubled, or not lower-case letters, digits and _"));
    }

    private static Stream<Fault> options(ItemVersion item) {
        return item.form()
                .fields()
                .flatMap(field -> Stream.concat(
                        unless(
                                field.type().picks()
                                        ? field.options().size() >= 2
                                        : field.options().isEmpty(),
                                "form." + field.key(),
                                field.type().picks() ? "选择题至少要有两个选项" : "只有选择题才有选项",
                                "A choice has two options or more; other fields have none"),
                        values(field)));
    }

    /** An answer has no spaces around it, and no more characters than fit: an option of another value is never picked. */
    private static Stream<Fault> values(Field field) {
        Set<String> seen = new HashSet<>();
        return field.options().stream()
                .map(Field.Option::value)
                .filter(value -> !value.equals(value.strip())
                        || value.isEmpty()
                        || value.length() > field.type().most()
                        || !PlainText.oneLine(value)
                        || !seen.add(value))
                .map(value -> Fault.of(
                        "form." + field.key(),
                        "选项的值“" + value + "”重复、空白、前后有空格、太长或有控制字符",
                        "The option's value “" + value
                                + "” is doubled, blank, too long, or has spaces around it or control characters"));
    }

    /** Some answer has to fit: between the numbers, or into the characters, of which its type takes no more than so many. */
    private static Stream<Fault> limits(ItemVersion item) {
        return item.form()
                .fields()
                .flatMap(field -> Stream.concat(
                        unless(
                                field.fitted(),
                                "form." + field.key(),
                                "按最小、最大的数和“只要整数”，没有数能填；数最多 15 位整数、6 位小数",
                                "By the least and the greatest number, and where whole ones are asked for, none fits; a number"
                                        + " has at most 15 digits and 6 decimals"),
                        unless(
                                !field.type().text() || field.max() == null || length(field, field.max()),
                                "form." + field.key(),
                                "最多的字数是 1 到 " + field.type().most() + " 的整数",
                                "The most characters are a whole number from 1 to "
                                        + field.type().most())));
    }

    private static boolean length(Field field, BigDecimal most) {
        return most.compareTo(BigDecimal.ONE) >= 0
                && most.compareTo(BigDecimal.valueOf(field.type().most())) <= 0
                && most.stripTrailingZeros().scale() <= 0;
    }

    /** A condition looks back: at a field asked earlier, and at values it can have. */
    private static Stream<Fault> conditions(ItemVersion item) {
        List<Fault> faults = new ArrayList<>();
        List<Field> earlier = new ArrayList<>();
        item.form().questions().forEach(question -> {
            wrong(question.when(), earlier, "form." + question.key()).ifPresent(faults::add);
            question.fields().forEach(field -> {
                wrong(field.when(), earlier, "form." + field.key()).ifPresent(faults::add);
                earlier.add(field);
            });
        });
        for (Material material : item.materials()) {
            wrong(material.when(), earlier, "materials." + material.code()).ifPresent(faults::add);
        }
        return faults.stream();
    }

    private static Optional<Fault> wrong(@Nullable Condition condition, List<Field> earlier, String element) {
        if (condition == null) {
            return Optional.empty();
        }
        Optional<Field> field = earlier.stream()
                .filter(one -> one.key().equals(condition.field()))
                .findFirst();
        if (field.isEmpty()) {
            return Optional.of(Fault.of(
                    element,
                    "条件里的“" + condition.field() + "”前面没有问过",
                    "The condition's “" + condition.field() + "” is not asked before"));
        }
        return condition.is().stream()
                .filter(value -> !possible(field.get(), value))
                .findFirst()
                .map(value -> Fault.of(
                        element,
                        "条件里的“" + condition.field() + "”没有“" + value + "”这个选项，可以写的是：" + picked(field.get()),
                        "The condition's “" + condition.field() + "” has no option “" + value + "”; it is one of: "
                                + picked(field.get())));
    }

    private static String picked(Field field) {
        return field.type() == FieldType.YES_NO
                ? "yes, no"
                : field.options().stream().map(Field.Option::value).collect(Collectors.joining(", "));
    }

    private static boolean possible(Field field, String value) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> field.option(value).isPresent();
            case YES_NO -> value.equals("yes") || value.equals("no");
            default -> true;
        };
    }

    /** Only a day can have come already. */
    private static Stream<Fault> past(ItemVersion item) {
        return item.form()
                .fields()
                .filter(field -> field.past() && field.type() != FieldType.DATE)
                .map(field ->
                        Fault.of("form." + field.key(), "只有日期能写“不能晚于今天”", "Only a day can have to be not after today"));
    }

    /** What a number or a day is held against is of its own kind, and asked before. */
    private static Stream<Fault> compared(ItemVersion item) {
        List<Field> fields = item.form().fields().toList();
        return IntStream.range(0, fields.size()).boxed().flatMap(at -> {
            Field field = fields.get(at);
            return Stream.of(field.atMost(), field.atLeast())
                    .filter(bound -> !bound.isEmpty())
                    .filter(bound -> (field.type() != FieldType.NUMBER && field.type() != FieldType.DATE)
                            || fields.subList(0, at).stream()
                                    .noneMatch(
                                            earlier -> earlier.key().equals(bound) && earlier.type() == field.type()))
                    .map(bound -> Fault.of(
                            "form." + field.key(),
                            "只有数字和日期能与前面同类的一项比大小：“" + bound + "”",
                            "Only a number or a day is held against an earlier one of its kind: “" + bound + "”"));
        });
    }

    /**
     * How the result reaches the applicant is done by what they pick under this key: there is nothing else that could be
     * picked, and who has it posted says where to.
     */
    private static Stream<Fault> receive(ItemVersion item) {
        FormSpec form = item.form();
        Field asked = form.field(Receiving.QUESTION).orElse(null);
        if (asked == null) {
            return Stream.empty();
        }
        List<String> values = asked.options().stream().map(Field.Option::value).toList();
        boolean posted = values.contains(Receiving.POST);
        return Stream.concat(
                unless(
                        asked.type() == FieldType.CHOICE && Receiving.ANSWERS.containsAll(values),
                        "form." + Receiving.QUESTION,
                        "要是单选，选项的值是 electronic（电子）、post（邮寄）、collect（到窗口取）",
                        "has to be one choice of the values electronic, post (by post) and collect (at a window)"),
                unless(
                        !posted || form.questions().anyMatch(FormRules::asksWhereTo),
                        "form." + Receiving.QUESTION,
                        "可以邮寄，就要有必填的 receive_address，类型是地址或文字，条件只有 receive = post",
                        "can be posted, and so needs a required field receive_address of type ADDRESS or text, shown when"
                                + " receive = post and under no other condition"));
    }

    /** Of all who have it posted and of nobody else, and an address can be written there. */
    private static boolean asksWhereTo(FormSpec.Question question) {
        var posted = List.of(new Condition(Receiving.QUESTION, List.of(Receiving.POST)));
        return question.fields().stream()
                .filter(field -> field.key().equals(Receiving.ADDRESS) && field.required())
                .filter(field ->
                        field.type() == FieldType.ADDRESS || field.type().text())
                .map(field -> Stream.concat(Stream.ofNullable(question.when()), Stream.ofNullable(field.when())))
                .anyMatch(when -> when.distinct().toList().equals(posted));
    }

    /** Where districts or streets decide, the form has to say which, whatever else is answered. */
    private static boolean placed(ItemVersion item) {
        boolean local = item.levels().contains(Tier.DISTRICT) || item.levels().contains(Tier.STREET);
        return !local
                || item.form()
                        .place()
                        .filter(field -> alwaysAsked(item.form(), field))
                        .isPresent();
    }

    private static boolean alwaysAsked(FormSpec form, Field field) {
        return field.required()
                && field.when() == null
                && form.questions()
                        .filter(question -> question.fields().contains(field))
                        .allMatch(question -> question.when() == null);
    }
}
