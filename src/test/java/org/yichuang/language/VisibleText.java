package org.yichuang.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template writes by itself, without an expression: the text between its tags and in the attributes that are read
 * to people. Enough of JTE is understood for that: expressions, conditions, loops, calls with content in backticks.
 */
final class VisibleText {
    private static final Pattern CALL = Pattern.compile("@template\\.[\\w.]+\\(");
    private static final Pattern CONTROL = Pattern.compile("@(if|elseif|for)\\s*\\(|[$!]\\{");
    private static final Pattern WORD = Pattern.compile("@(else|endif|endfor|raw|endraw)\\b");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?s)<%--.*?--%>|<!--.*?-->|<(script|style|svg)\\b.*?</\\1>|^@(?:import|param).*?$", Pattern.MULTILINE);
    private static final Pattern READ_OUT =
            Pattern.compile("\\b(?:aria-label|aria-description|title|alt|placeholder)=\"([^\"]*)\"");

    private final String source;
    private final StringBuilder markup = new StringBuilder();
    private int at;

    private VisibleText(String source) {
        this.source = source;
    }

    /** One run of text, and where it stands. */
    record Run(int line, String text) {}

    static List<Run> of(String template) {
        VisibleText reader = new VisibleText(blank(template, HIDDEN));
        reader.content('\0');
        String markup = reader.markup.toString();
        var runs = new ArrayList<Run>();
        Matcher readOut = READ_OUT.matcher(markup);
        while (readOut.find()) {
            runs.add(new Run(Sources.line(markup, readOut.start(1)), readOut.group(1)));
        }
        String text = blank(markup, Pattern.compile("(?s)<[^>]*>"));
        Matcher lines = Pattern.compile("[^\\n]+").matcher(text);
        while (lines.find()) {
            runs.add(new Run(Sources.line(text, lines.start()), lines.group().strip()));
        }
        return runs.stream().filter(run -> !run.text().isBlank()).toList();
    }

    /** Spaces instead, so that lines and places stay. */
    private static String blank(String text, Pattern what) {
        return what.matcher(text).replaceAll(match -> Matcher.quoteReplacement(spaces(match.group())));
    }

    private static String spaces(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    private void content(char end) {
        while (at < source.length() && source.charAt(at) != end) {
            if (!skipped(CALL, true) && !skipped(CONTROL, false) && !word()) {
                markup.append(source.charAt(at++));
            }
        }
    }

    private boolean word() {
        Matcher word = WORD.matcher(source).region(at, source.length());
        if (!word.lookingAt()) {
            return false;
        }
        hide(word.end());
        return true;
    }

    private boolean skipped(Pattern opening, boolean call) {
        Matcher match = opening.matcher(source).region(at, source.length());
        if (!match.lookingAt()) {
            return false;
        }
        hide(match.end());
        expression(source.charAt(at - 1) == '{' ? '}' : ')', call);
        return true;
    }

    private void expression(char close, boolean call) {
        char open = close == '}' ? '{' : '(';
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char c = source.charAt(at);
            if (c == '"') {
                hide(string());
            } else if (call && source.startsWith("@`", at)) {
                hide(at + 2);
                content('`');
                hide(Math.min(at + 1, source.length()));
            } else {
                depth += c == open ? 1 : c == close ? -1 : 0;
                hide(at + 1);
            }
        }
    }

    private int string() {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '"') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private void hide(int to) {
        markup.append(spaces(source.substring(at, to)));
        at = to;
    }
}
