package org.yichuang.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * How a Chinese text may be typed in Latin letters. A character with several readings (行: xing, hang) makes several
 * spellings, so that nobody has to guess which one we chose; a long text keeps to the first {@value #MOST}.
 */
final class Pinyin {
    private static final int MOST = 12;
    private static final ConcurrentHashMap<Character, String[]> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** {@code shipinjingyingxuke} and where its syllables start, {@code spjyxk}. */
    record Spelling(String full, List<Integer> starts, String initials) {
        private static final Spelling EMPTY = new Spelling("", List.of(), "");

        private Spelling and(String syllable) {
            List<Integer> more = new ArrayList<>(starts);
            more.add(full.length());
            return new Spelling(full + syllable, more, initials + syllable.charAt(0));
        }

        /** Typed from the start of one of its syllables on. */
        boolean typed(String letters) {
            return starts.stream().anyMatch(start -> full.startsWith(letters, start));
        }

        /** Some of its syllables are all of the other's: damage are not dama. */
        boolean spells(Spelling part) {
            return starts.stream()
                    .filter(start -> full.startsWith(part.full, start))
                    .map(start -> start + part.full.length())
                    .anyMatch(end -> end == full.length() || starts.contains(end));
        }
    }

    static List<Spelling> spellings(String text) {
        List<Spelling> spellings = List.of(Spelling.EMPTY);
        for (char c : text.toCharArray()) {
            String[] readings = readings(c);
            if (readings.length > 0) {
                spellings = extend(spellings, readings);
            }
        }
        return spellings;
    }

    private static List<Spelling> extend(List<Spelling> spellings, String[] readings) {
        List<Spelling> longer = new ArrayList<>();
        boolean branch = spellings.size() * readings.length <= MOST;
        for (String reading : branch ? readings : new String[] {readings[0]}) {
            spellings.forEach(spelling -> longer.add(spelling.and(reading)));
        }
        return longer;
    }

    private static String[] readings(char c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c)
                    ? new String[] {String.valueOf(Character.toLowerCase(c))}
                    : new String[0];
        }
        return READINGS.computeIfAbsent(c, Pinyin::lookUp);
    }

    private static String[] lookUp(char c) {
        String[] found = PinyinHelper.toHanyuPinyinStringArray(c);
        return found == null
                ? new String[0]
                : Arrays.stream(found)
                        .map(reading -> reading.replaceAll("\\d", "").replace("u:", "v"))
                        .distinct()
                        .toArray(String[]::new);
    }
}
