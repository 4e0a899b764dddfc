package org.yichuang.shared.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells of a body that cannot be read which field it is, or else the line and column. */
final class UnreadableBody {
    private static final Text TOO_MUCH = Text.of("有一处太长，或者套得太深", "Something is too long, or nested too deeply");

    /** Of a number or a truth value that is null or left out; other fields are looked for by {@link BodyCheck}. */
    private static final String NO_NUMBER = "Cannot map `null`";

    private static final String DUPLICATE = "Duplicate";

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof StreamConstraintsException much) {
            return much.getPath().isEmpty()
                    ? new Problem(400, "unreadable", TOO_MUCH, List.of())
                    : Problem.invalid(field(much), TOO_MUCH.zh(), TOO_MUCH.en());
        }
        if (e.getCause() instanceof DatabindException bad && !bad.getPath().isEmpty()) {
            return wrong(field(bad), bad);
        }
        if (e.getCause() instanceof InputCoercionException big && big.processor() instanceof JsonParser parser) {
            return Problem.invalid(field(parser), "这个数太大", "This number is too large");
        }
        if (e.getCause() instanceof StreamReadException twice
                && twice.getOriginalMessage().startsWith(DUPLICATE)
                && twice.processor() instanceof JsonParser parser) {
            Text said = Text.of("同一项写了两次", "The same field stands twice");
            return new Problem(400, "unreadable", said, List.of(new Problem.FieldError(field(parser), said)));
        }
        if (e.getCause() == null) {
            return new Problem(400, "unreadable", Text.of("请求没有正文", "The request has no body"), List.of());
        }
        String where = e.getCause() instanceof JacksonException json && json.getLocation() != null
                ? String.format(
                        Locale.ROOT,
                        "line %d, column %d",
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr())
                : "";
        return new Problem(400, "unreadable", Text.of("请求读不懂 " + where, "The body cannot be read " + where), List.of());
    }

    private static Problem wrong(String field, DatabindException bad) {
        if (bad instanceof UnrecognizedPropertyException) {
            return Problem.invalid(field, "不认识这一项", "There is no such field");
        }
        return bad.getOriginalMessage().startsWith(NO_NUMBER)
                ? Problem.invalid(field, "这一项没有填", "This is missing")
                : Problem.invalid(field, "这个值的格式不对", "This value has the wrong form");
    }

    private static String field(JacksonException bad) {
        return bad.getPath().stream()
                .map(ref -> ref.getPropertyName() == null ? "[" + ref.getIndex() + "]" : ref.getPropertyName())
                .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
                .orElse("");
    }

    /** {@code pauses[0].start}, where the parser stands. */
    private static String field(JsonParser parser) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        return path.replaceAll("/(\\d+)(?=/|$)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    }
}
