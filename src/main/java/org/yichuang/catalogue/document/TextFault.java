package org.yichuang.catalogue.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the parser found wrong in an item's text, in our words: line, column, element, and what was expected there. */
final class TextFault {
    private static final Pattern DOUBLED = Pattern.compile("Duplicate Object property \"(.*)\"");
    private static final int SHOWN = 40;

    private TextFault() {}

    static Text of(JacksonException e, String text) {
        MarkedYamlEngineException yaml = e.getCause() instanceof MarkedYamlEngineException marked ? marked : null;
        Text what = yaml == null ? wrong(e) : syntax(yaml);
        Text place = yaml == null ? place(e, text) : place(mark(yaml));
        String path = path(e);
        return path.isEmpty()
                ? Text.of(place.zh() + what.zh(), place.en() + what.en())
                : Text.of(place.zh() + path + "：" + what.zh(), place.en() + path + ": " + what.en());
    }

    private static Text place(@Nullable Mark mark) {
        return mark == null ? Text.same("") : place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Text place(JacksonException e, String text) {
        if (e.getCause() instanceof ReaderException reader) {
            String before = text.substring(0, Math.max(0, text.indexOf(Character.toString(reader.getCodePoint()))));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            return place(line, before.length() - before.lastIndexOf('\n'));
        }
        TokenStreamLocation location = e.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return Text.same("");
        }
        String name = e instanceof UnrecognizedPropertyException unknown ? unknown.getPropertyName() : doubled(e);
        return name == null
                ? place(location.getLineNr(), location.getColumnNr())
                : named(name, location, text.lines().limit(location.getLineNr()).toList());
    }

    /** Of a name the parser tells where it stood after reading it and its value: it is the last of this name before that. */
    private static Text named(String name, TokenStreamLocation behind, List<String> lines) {
        Pattern whole = Pattern.compile("(?<![\\w\"'])[\"']?(" + Pattern.quote(name) + ")[\"']?\\s*:");
        for (int line = lines.size(); line > 0; line--) {
            Matcher found = whole.matcher(lines.get(line - 1));
            int column = found.results().mapToInt(one -> one.start(1)).max().orElse(-1);
            if (column >= 0) {
                return place(line, column + 1);
            }
        }
        return place(behind.getLineNr(), behind.getColumnNr());
    }

    private static Text place(int line, int column) {
        return Text.of("第 " + line + " 行第 " + column + " 列：", "Line " + line + ", column " + column + ": ");
    }

    /** What was begun and not ended is found at the end of the text; said is where it began. */
    private static @Nullable Mark mark(MarkedYamlEngineException e) {
        Optional<Mark> began = e.getContextMark();
        return (e.getProblem().contains("end of stream") && began.isPresent() ? began : e.getProblemMark())
                .orElse(null);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(part -> part.getPropertyName() == null ? "[" + part.getIndex() + "]" : part.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Text syntax(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("(TAB)")) {
            return Text.of("缩进要用空格，不能用制表符（Tab）", "spaces are expected here, not a tab");
        }
        if (problem.contains("mapping values are not allowed")) {
            return Text.of(
                    "这里不该有“: ”：文字里有冒号的，整个加引号；下一层的，另起一行缩进",
                    "no “: ” is expected here: put text with a colon in it in quotation marks, and what belongs below on a"
                            + " line of its own, indented");
        }
        if (problem.contains("end of stream")) {
            return Text.of("这里开始的引号没有合上", "the quotation mark that begins here is expected to be closed");
        }
        if (problem.contains("cannot start any token")) {
            return Text.of(
                    "值不能用这个字符开头：请整个加引号", "a value that begins with this character is expected in quotation marks");
        }
        if (problem.startsWith("expected ',' or")) {
            return Text.of("括号里每项之间要有逗号，最后要合上", "a comma or the closing bracket is expected here");
        }
        return Text.of(
                "这里要接着写“名称: 值”，或同一级的下一项：同一级从同一列开始，引号前后不能再有字",
                "“name: value” or the next entry is expected here, in the same column as the one above it, with nothing"
                        + " beside quotation marks");
    }

    private static Text wrong(JacksonException e) {
        if (e.getCause() instanceof ReaderException) {
            return Text.of("这里有一个不能用的控制字符，请删掉", "this control character cannot be used; remove it");
        }
        String doubled = doubled(e);
        if (doubled != null) {
            return Text.of("“" + doubled + "”写了两次，只能有一次", "“" + doubled + "” stands twice; one is expected");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Text.of(
                    "没有“" + unknown.getPropertyName() + "”这一项，可以写的是：" + known,
                    "there is no element “" + unknown.getPropertyName() + "”; expected is one of: " + known);
        }
        if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
            return Text.of("一次只能写一个事项，这里又开始了一个", "one item is expected; here another begins");
        }
        return switch (e) {
            case InvalidFormatException invalid -> expected(invalid.getTargetType(), invalid.getValue());
            case MismatchedInputException mismatched -> expected(mismatched.getTargetType(), null);
            case InputCoercionException number -> expected(number.getTargetType(), null);
            default -> Text.of("这里写的读不懂，应当是“名称: 值”", "this cannot be read; “name: value” is expected here");
        };
    }

    private static @Nullable String doubled(JacksonException e) {
        Matcher doubled = DOUBLED.matcher(String.valueOf(e.getOriginalMessage()));
        return doubled.matches() ? doubled.group(1) : null;
    }

    private static Text expected(@Nullable Class<?> type, @Nullable Object typed) {
        Text kind = kind(type);
        String shown = String.valueOf(typed);
        String value = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
        return typed == null
                ? Text.of("这里应当是" + kind.zh(), "expected here is " + kind.en())
                : Text.of("“" + value + "”不行，应当是" + kind.zh(), "“" + value + "” will not do; expected is " + kind.en());
    }

    private static Text kind(@Nullable Class<?> type) {
        if (type == Limit.class) {
            return Text.of("时限：" + Shorthand.LIMITS, "a limit: " + Shorthand.LIMITS);
        }
        if (type == Condition.class) {
            return Text.of("条件：field = value, value", "a condition: field = value, value");
        }
        if (type == Text.class || type == String.class) {
            return Text.of("一行文字", "one line of text");
        }
        if (type == null || type.isRecord() || Map.class.isAssignableFrom(type)) {
            return Text.of("“名称: 值”，一行一个", "“name: value”, one a line");
        }
        if (type.isEnum()) {
            String values =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return Text.of("其中一个：" + values, "one of: " + values);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Text.of(" true 或 false", "true or false");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Text.of("一列，每项前面写“- ”", "a list, with “- ” before each entry");
        }
        return List.of(int.class, Integer.class, long.class, Long.class).contains(type)
                ? Text.of("整数，最多九位", "a whole number of at most nine digits")
                : Text.of("数字", "a number");
    }
}
