package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * An answer in words, as it is read back to who gave it.
 *
 * @param field the key in the form, or the code of the material, that was asked
 */
public record Answer(String field, Text label, Text said) {
    private static final Text EMPTY = Text.of("没有填", "not answered");

    public boolean given() {
        return !said.equals(EMPTY);
    }

    /** The answers to fields that are asked under them. */
    public static List<Answer> of(Stream<Field> asked, Map<String, Object> answers, Divisions divisions) {
        return asked.map(field ->
                        new Answer(field.key(), field.label(), said(field, answers.get(field.key()), divisions)))
                .toList();
    }

    private static Text said(Field field, @Nullable Object answer, Divisions divisions) {
        Text said = field.type() == FieldType.DIVISION && answer != null
                ? divisions.name(answer.toString())
                : Text.of(field.say(answer, Lang.ZH), field.say(answer, Lang.EN));
        return said.zh().isEmpty() ? EMPTY : said;
    }

    /** Gives a division its name. */
    public interface Divisions {
        Text name(String code);
    }
}
