package org.yichuang.network.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.limits.LimitQuestion;
import org.yichuang.network.limits.LimitQuestion.PauseQuestion;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Address;

/** The question of the page that computes a limit, as it stands in the address: {@code start=…&pauses[0].start=…}. */
public record LimitForm(Map<String, String> asked) {
    /** As many pauses as the form has room for. */
    public static final int PAUSES = 3;

    private static final List<String> FIELDS = List.of("start", "amount", "unit", "extension", "now");
    private static final List<String> PAUSE = List.of("start", "end", "expectedEnd", "cause");
    private static final Map<String, Text> LABELS = new HashMap<>();
    private static final Text MISSING = Text.of("请填时限的数字", "Give the number of the limit");
    private static final Text NUMBER = Text.of("请填整数", "Give a whole number");

    static {
        LABELS.put("start", Text.of("从什么时候起算", "What it counts from"));
        LABELS.put("amount", Text.of("多长", "How long"));
        LABELS.put("unit", Text.of("单位", "Unit"));
        LABELS.put("extension", Text.of("延长多少", "Extended by"));
        LABELS.put("now", Text.of("站在哪一天看", "As seen on"));
        for (int at = 0; at < PAUSES; at++) {
            int nth = at + 1;
            LABELS.put(pause(at, "start"), Text.of("第 " + nth + " 段开始", "Start of pause " + nth));
            LABELS.put(pause(at, "end"), Text.of("第 " + nth + " 段结束", "End of pause " + nth));
            LABELS.put(pause(at, "expectedEnd"), Text.of("第 " + nth + " 段预计结束", "Expected end of pause " + nth));
            LABELS.put(pause(at, "cause"), Text.of("第 " + nth + " 段原因", "Cause of pause " + nth));
        }
    }

    /** Rows of pauses that follow an empty one move up, so that what is wrong stands beside what was typed. */
    static LimitForm of(Map<String, String> parameters) {
        var typed = new LimitForm(parameters.entrySet().stream()
                .filter(one -> LABELS.containsKey(one.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().strip())));
        Map<String, String> asked = new HashMap<>();
        FIELDS.stream().filter(typed.asked::containsKey).forEach(field -> asked.put(field, typed.value(field)));
        int to = 0;
        for (int at = 0; at < PAUSES; at++) {
            if (typed.hasPause(at)) {
                typed.move(at, to++, asked);
            }
        }
        return new LimitForm(Map.copyOf(asked));
    }

    private void move(int at, int to, Map<String, String> into) {
        PAUSE.forEach(field -> into.put(pause(to, field), value(pause(at, field))));
    }

    /** The name of a pause's field, in the address, on the page and in what is wrong with it. */
    public static String pause(int at, String field) {
        return "pauses[" + at + "]." + field;
    }

    /** What the page calls a field. */
    public static Text label(String field) {
        return Objects.requireNonNull(LABELS.get(field));
    }

    /** The problem with its fields called as the page calls them. */
    static Problem named(Problem problem) {
        return problem.labelled(LABELS::get);
    }

    /** Somebody asked; the bare page only shows the form. */
    public boolean isAsked() {
        return asked.containsKey("start") || asked.containsKey("amount");
    }

    public String value(String field) {
        return asked.getOrDefault(field, "");
    }

    public boolean hasPause(int at) {
        return PAUSE.stream().anyMatch(field -> !value(pause(at, field)).isEmpty());
    }

    LimitQuestion question() {
        List<FieldError> wrong = new ArrayList<>();
        Integer amount = number("amount", wrong);
        Integer extension = number("extension", wrong);
        if (value("amount").isEmpty()) {
            wrong.add(new FieldError("amount", MISSING));
        }
        if (amount == null || !wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new LimitQuestion(value("start"), amount, value("unit"), extension, pauses(), value("now"));
    }

    private List<@Nullable PauseQuestion> pauses() {
        List<@Nullable PauseQuestion> pauses = new ArrayList<>();
        for (int at = 0; at < PAUSES; at++) {
            if (hasPause(at)) {
                pauses.add(new PauseQuestion(
                        value(pause(at, "start")),
                        value(pause(at, "end")),
                        value(pause(at, "expectedEnd")),
                        value(pause(at, "cause"))));
            }
        }
        return pauses;
    }

    private @Nullable Integer number(String field, List<FieldError> wrong) {
        String typed = value(field);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            wrong.add(new FieldError(field, NUMBER));
            return null;
        }
    }

    /** The same question to another address. */
    String to(String path) {
        return Address.of(path, new TreeMap<>(asked));
    }
}
