package org.yichuang.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The string literals of a Java source or of a template's expressions, each with the literals that stand in the same
 * argument list or around it. Comments are left out.
 */
final class Calls {
    private final String source;
    private final List<Literal> literals = new ArrayList<>();
    private final Deque<List<String>> open = new ArrayDeque<>();
    private int at;

    private Calls(String source) {
        this.source = source;
    }

    /** A literal; {@code beside} are all literals of its argument list, {@code around} those of the one around it. */
    record Literal(int line, String text, List<String> beside, List<String> around) {
        boolean pair() {
            return Sources.english(text)
                    || beside.stream().anyMatch(Literal::translation)
                    || around.stream().anyMatch(Literal::translation);
        }

        private static boolean translation(String other) {
            return Sources.english(other) && !Sources.chinese(other);
        }
    }

    static List<Literal> literals(String source) {
        Calls calls = new Calls(source);
        calls.open.push(new ArrayList<>());
        calls.read();
        return calls.literals;
    }

    private void read() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) {
                at = end("\n", at);
            } else if (source.startsWith("/*", at)) {
                at = end("*/", at + 2);
            } else if (source.startsWith("\"\"\"", at)) {
                literal(3, end("\"\"\"", at + 3));
            } else if (source.charAt(at) == '"') {
                literal(1, string());
            } else if (source.startsWith("'\"'", at) || source.startsWith("'('", at) || source.startsWith("')'", at)) {
                at += 3;
            } else {
                bracket(source.charAt(at++));
            }
        }
    }

    private void bracket(char c) {
        if (c == '(' || c == '{' || c == '[') {
            open.push(new ArrayList<>());
        } else if ((c == ')' || c == '}' || c == ']') && open.size() > 1) {
            open.pop();
        }
    }

    private void literal(int quotes, int end) {
        String text = source.substring(at + quotes, end - quotes);
        List<String> beside = open.getFirst();
        List<String> around = open.stream().skip(1).findFirst().orElse(List.of());
        beside.add(text);
        literals.add(new Literal(Sources.line(source, at), text, beside, around));
        at = end;
    }

    private int end(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private int string() {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '"') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }
}
