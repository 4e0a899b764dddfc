package org.yichuang.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;

/** Answers that fit any form, of somebody with a telephone: what is asked for is answered, with the first thing that fits. */
public final class Answers {
    public static final String XIHU = "330106000000";

    private Answers() {}

    public static Map<String, Object> fitting(ItemVersion item) {
        var answers = new LinkedHashMap<String, Object>();
        for (Field field : item.form().fields().toList()) {
            if ((field.required() || field.known() == Field.Known.PHONE)
                    && item.form().asked(answers).field(field.key()).isPresent()) {
                answers.put(field.key(), answer(field));
            }
        }
        return answers;
    }

    private static Object answer(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "转塘";
            case ADDRESS -> "转塘街道外桐坞村 18 号";
            case NUMBER -> field.min() == null ? "10" : field.min().toPlainString();
            case DATE -> "2026-09-01";
            case CHOICE -> field.options().getFirst().value();
            case CHOICES -> List.of(field.options().getFirst().value());
            case YES_NO -> "no";
            case RESIDENT_ID -> "11010519491231002X";
            case USCC -> "91110000600037341L";
            case PHONE -> "13800138000";
            case DIVISION -> XIHU;
        };
    }
}
