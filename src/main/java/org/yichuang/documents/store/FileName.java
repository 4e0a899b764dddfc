package org.yichuang.documents.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name that somebody gave a file: kept for people to read, made harmless for programs. */
final class FileName {
    private static final int LONGEST = 120;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control and invisible characters, those that turn the direction of writing among them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%;]");

    private FileName() {}

    /** Without folders, invisible characters, and what some systems reserve; it always ends as its kind does. */
    static String clean(String given, MediaKind kind) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = INVISIBLE.matcher(PATH.matcher(name).replaceFirst("")).replaceAll("");
        name = RESERVED.matcher(name).replaceAll("_").strip();
        String ending = ending(name);
        String stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
        stem = stem.replaceAll("^[.\\s]+|[.\\s]+$", "");
        return (stem.isEmpty() ? "file" : shorten(stem)) + "." + (ending.isEmpty() ? kind.ending() : ending);
    }

    /** Lower case, without the dot; empty when the name has none, as 扫描2026.10.9 has. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return ending.matches("(?=.*[a-z])[a-z0-9]{1,8}") ? ending : "";
    }

    private static String shorten(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
