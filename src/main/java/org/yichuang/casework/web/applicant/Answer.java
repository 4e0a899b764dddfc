package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** An answer in words, as it is read back to who gave it. */
public record Answer(Text label, Text said) {
    private static final Text EMPTY = Text.of("没有填", "not answered");

    public boolean given() {
        return !said.equals(EMPTY);
    }

    /** The answers to a question, of the fields shown under them. */
    public static List<Answer> of(FormSpec.Question question, Map<String, Object> counting, Divisions divisions) {
        return question.fields().stream()
                .filter(field -> field.visible(counting))
                .map(field -> new Answer(field.label(), said(field, counting, divisions)))
                .toList();
    }

    private static Text said(Field field, Map<String, Object> counting, Divisions divisions) {
        Object answer = counting.get(field.key());
        Text said = field.type() == org.yichuang.catalogue.FieldType.DIVISION && answer != null
                ? divisions.name(answer.toString())
                : Text.of(field.say(answer, Lang.ZH), field.say(answer, Lang.EN));
        return said.zh().isEmpty() ? EMPTY : said;
    }

    /** Gives a division its name. */
    public interface Divisions {
        Text name(String code);
    }
}
