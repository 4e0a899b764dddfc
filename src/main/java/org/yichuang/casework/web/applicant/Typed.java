package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.shared.Digest;

/** What was typed on the page of a question, as answers. */
final class Typed {
    private Typed() {}

    /** The answers to the fields that the page showed; an empty one where a field was cleared. */
    static Map<String, Object> of(FormSpec.Question question, Map<String, Object> stored, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, Object>();
        QuestionPage.shown(question, stored)
                .forEach(field -> typed.put(field.key(), answer(field, request.getParameterValues(field.key()))));
        return typed;
    }

    private static Object answer(Field field, String @org.jspecify.annotations.Nullable [] values) {
        if (values == null) {
            return field.type() == FieldType.CHOICES ? List.of() : "";
        }
        if (field.type() == FieldType.CHOICES) {
            return Arrays.asList(values);
        }
        return field.type().tidy(values[0]);
    }

    /** A mark of the stored answers to these fields: a page carries the one it was made from, to notice another's change. */
    static String mark(List<Field> fields, Map<String, Object> stored) {
        var said = new StringBuilder();
        for (Field field : fields) {
            said.append(field.key())
                    .append('=')
                    .append(FieldType.values(stored.get(field.key())))
                    .append('\n');
        }
        byte[] hash = Digest.sha256(said.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return java.util.HexFormat.of().formatHex(hash, 0, 8);
    }
}
