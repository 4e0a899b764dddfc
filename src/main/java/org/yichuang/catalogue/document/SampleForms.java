package org.yichuang.catalogue.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.Field.Option;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material.Sample;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * Examples of the forms of an item, made from the fields of its form online: what is asked there is what the paper asks.
 * An example that somebody wrote stays as it is.
 */
final class SampleForms {
    private static final int MOST_ROWS = 12;

    private static final Text PERSON = Text.of("李明（示例）", "Li Ming (example)");
    private static final Text COMPANY = Text.of("杭州示例有限公司", "Hangzhou Example Ltd");
    private static final Text ADDRESS = Text.of("西湖区转塘街道示例路 1 号", "1 Example Road, Zhuantang Street, Xihu District");
    private static final Text RESIDENT_ID = Text.same("330106××××××××××××");
    private static final Text USCC = Text.same("91330106××××××××××");
    private static final Text PHONE = Text.same("138××××××××");

    /** What a field without a type of its own is about, by its label; the first that fits. */
    private static final List<Map.Entry<Pattern, Text>> BY_LABEL = List.of(
            Map.entry(
                    Pattern.compile("证号|编号|号码|账号|代码"),
                    Text.of("照证件填写，例如 2026-0001", "As on the document, such as 2026-0001")),
            Map.entry(Pattern.compile("地址|地点|位置|住所|坐落"), ADDRESS),
            Map.entry(
                    Pattern.compile("原因|事由|理由|说明|经过|情况"),
                    Text.of("写清时间、地点、经过，一两句话", "When, where and what, in a sentence or two")),
            Map.entry(Pattern.compile("姓名|联系人|代表人|负责人|经办人|持证人"), PERSON),
            Map.entry(Pattern.compile("单位|公司|企业|机构|学校|医院"), COMPANY));

    private SampleForms() {}

    /** The item with an example in each form that has none. */
    static ItemVersion filledIn(ItemVersion item) {
        List<Sample> rows = item.form()
                .fields()
                .filter(field -> (field.required() || field.known() != null) && field.when() == null)
                .limit(MOST_ROWS)
                .map(field -> new Sample(field.label(), value(field)))
                .toList();
        return item.with(item.materials().stream()
                .map(material ->
                        material.filledInByHand() && material.sample().isEmpty() ? material.with(rows) : material)
                .toList());
    }

    private static Text value(Field field) {
        if (field.known() != null) {
            return known(field.known());
        }
        return switch (field.type()) {
            case NUMBER -> amount(field);
            case DATE -> Text.of("2026年10月9日", "9 October 2026");
            case CHOICE, CHOICES ->
                field.options().stream().findFirst().map(Option::label).orElse(Text.same("—"));
            case YES_NO -> stated(field) ? Text.of("是", "Yes") : Text.of("否", "No");
            case RESIDENT_ID -> RESIDENT_ID;
            case USCC -> USCC;
            case PHONE -> PHONE;
            case ADDRESS -> ADDRESS;
            case DIVISION -> Text.of("西湖区", "Xihu District");
            case TEXT, LONG_TEXT -> words(field);
        };
    }

    /** What an applicant declares is so in the example: 同意核对家庭经济状况; what is asked may be either. */
    private static boolean stated(Field field) {
        String label = field.label().zh().replaceFirst("[？?]$", "");
        return !label.endsWith("吗") && !label.contains("有没有") && !label.contains("是否");
    }

    private static Text known(Field.Known known) {
        return switch (known) {
            case NAME, LEGAL_REPRESENTATIVE -> PERSON;
            case RESIDENT_ID -> RESIDENT_ID;
            case PHONE -> PHONE;
            case COMPANY_NAME -> COMPANY;
            case USCC -> USCC;
            case ADDRESS -> ADDRESS;
        };
    }

    /** Ten, where the field takes it. */
    private static Text amount(Field field) {
        boolean more = field.min() != null && field.min().compareTo(BigDecimal.TEN) > 0;
        boolean less = field.max() != null && field.max().compareTo(BigDecimal.TEN) < 0;
        BigDecimal number = more ? field.min() : less ? field.max() : BigDecimal.TEN;
        String said = String.valueOf(number);
        return Text.of(field.say(said, Lang.ZH), field.say(said, Lang.EN));
    }

    private static Text words(Field field) {
        return BY_LABEL.stream()
                .filter(entry -> entry.getKey().matcher(field.label().zh()).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(field.hint() == null ? Text.of("按实际情况填写", "As it is") : field.hint());
    }
}
