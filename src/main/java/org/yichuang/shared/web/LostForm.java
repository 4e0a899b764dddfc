package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;

/**
 * A form that was sent when its session or its token had ended: nothing of it is kept, so its sender sees it again.
 *
 * @param typed what somebody typed, to copy it; what was only picked is left out, but of an administrator's form, which
 *     asks so much that each field is named
 * @param address where it is opened again: for its step or its draft, and with nothing that was typed
 */
record LostForm(List<String> typed, String address) {
    static final LostForm NONE = new LostForm(List.of(), "");

    /** Forms whose words may be shown to whom they are lost; one that asks for a password is none of them. */
    private static final Pattern FORMS = Pattern.compile("^/(desk|apply|my/cases)/");

    /** Those of an administrator, whose fields have the names that the files have. */
    private static final Pattern NAMED = Pattern.compile("^/admin/(items|network|calendar)/");

    private static final Pattern NOT_TYPED =
            Pattern.compile("_.*|version|revision|step|once|after|draft(Saved|Number)?");
    private static final Pattern NOT_TYPED_THERE = Pattern.compile("shown|added|row|chosen|sure");
    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern PICKED = Pattern.compile("[A-Z_]+|[a-z_]+(:.*)?|true|\\d{12}");

    /** Nothing is shown again of a form that cannot be read. */
    static LostForm of(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unread) {
            return NONE;
        }
        return new LostForm(words(request), reopened(request));
    }

    private static List<String> words(HttpServletRequest request) {
        boolean named = NAMED.matcher(request.getRequestURI()).find();
        if (!named && !FORMS.matcher(request.getRequestURI()).find()) {
            return List.of();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.matcher(field.getKey()).matches());
        if (named) {
            return fields.filter(
                            field -> !NOT_TYPED_THERE.matcher(field.getKey()).matches())
                    .flatMap(field -> Stream.of(field.getValue())
                            .filter(value -> !value.isBlank())
                            .map(value -> field.getKey() + ": " + value))
                    .toList();
        }
        return fields.flatMap(field -> Stream.of(field.getValue()))
                .filter(value -> !value.isBlank() && !PICKED.matcher(value).matches())
                .toList();
    }

    private static String reopened(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Stream.of("step", "draft")
                .filter(name -> request.getParameter(name) != null
                        && STEP.matcher(request.getParameter(name)).matches())
                .map(name -> path + "?" + name + "=" + request.getParameter(name))
                .findFirst()
                .orElse(path);
    }
}
