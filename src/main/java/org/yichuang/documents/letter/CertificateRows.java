package org.yichuang.documents.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.yichuang.documents.LetterContent.Row;

/**
 * How a certificate's facts are laid out. One page holds them, two short ones a line when there are many; what is too
 * long for it, such as a scope of business of thirty lines, stands in full on the page behind, the longest first.
 *
 * @param close two short facts a line
 * @param lines of one fact or two
 * @param behind those that the front only refers to
 */
public record CertificateRows(boolean close, List<List<Row>> lines, List<Row> behind) {
    /** More facts than this are set close. */
    private static final int MOST_WIDE = 5;
    /** Between the validity and the seal, in millimetres, under a holder whose name takes one line. */
    static final double ROOM = 62;

    private static final double HOLDER_LINE = 8.1;
    private static final int HOLDER_CHARACTERS = 32;

    private static final double WIDE_LINE = 7.7;
    private static final double WIDE_GAP = 3.4;
    private static final double CLOSE_LINE = 6.8;
    private static final double CLOSE_GAP = 2.4;
    /** Full-width characters in a line. */
    private static final int WIDE_CHARACTERS = 39;

    private static final int CLOSE_CHARACTERS = 44;
    private static final int CELL_CHARACTERS = 17;
    private static final int LABEL_CHARACTERS = 8;

    static CertificateRows of(String holder, List<Row> facts) {
        double room = ROOM - HOLDER_LINE * (linesOf(holder, HOLDER_CHARACTERS) - 1);
        CertificateRows close = within(room, facts, true);
        CertificateRows wide = within(room, facts, false);
        boolean fewer = wide.height() > room || close.behind.size() < wide.behind.size();
        return facts.size() > MOST_WIDE || fewer ? close : wide;
    }

    private static CertificateRows within(double room, List<Row> facts, boolean close) {
        Set<Row> behind = new HashSet<>();
        CertificateRows rows = of(facts, close, behind);
        while (rows.height() > room && moveLongest(facts, close, behind)) {
            rows = of(facts, close, behind);
        }
        for (int shown = facts.size() - 1; rows.height() > room && shown >= 0; shown--) {
            behind.addAll(facts.subList(shown, facts.size()));
            rows = rest(facts, shown, close, behind);
        }
        return rows;
    }

    /** The front with the first of the facts, and one line that says where all others stand. */
    private static CertificateRows rest(List<Row> facts, int shown, boolean close, Set<Row> behind) {
        List<List<Row>> lines = new ArrayList<>(of(facts.subList(0, shown), close, behind).lines);
        lines.add(List.of(new Row(Words.REST, Words.SEE_BEHIND)));
        return new CertificateRows(close, lines, behind(facts, behind));
    }

    private static CertificateRows of(List<Row> facts, boolean close, Set<Row> behind) {
        List<List<Row>> lines = new ArrayList<>();
        List<Row> waiting = new ArrayList<>();
        for (Row fact : facts) {
            Row shown = behind.contains(fact) ? new Row(fact.label(), Words.SEE_BEHIND) : fact;
            if (close && width(shown.value()) <= CELL_CHARACTERS) {
                waiting.add(shown);
                if (waiting.size() == 2) {
                    flush(waiting, lines);
                }
            } else {
                flush(waiting, lines);
                lines.add(List.of(shown));
            }
        }
        flush(waiting, lines);
        return new CertificateRows(close, lines, behind(facts, behind));
    }

    private static List<Row> behind(List<Row> facts, Set<Row> behind) {
        return facts.stream().filter(behind::contains).toList();
    }

    private static void flush(List<Row> waiting, List<List<Row>> lines) {
        if (!waiting.isEmpty()) {
            lines.add(List.copyOf(waiting));
            waiting.clear();
        }
    }

    /**
     * Whether there was one whose room is gained: of more lines than its label or, where they are set close, of more than
     * half a line.
     */
    private static boolean moveLongest(List<Row> facts, boolean close, Set<Row> behind) {
        int characters = close ? CLOSE_CHARACTERS : WIDE_CHARACTERS;
        Predicate<Row> gains = close
                ? fact -> width(fact.value()) > CELL_CHARACTERS
                : fact -> linesOf(fact.value(), characters) > linesOf(fact.label(), LABEL_CHARACTERS);
        return facts.stream()
                .filter(fact -> !behind.contains(fact) && gains.test(fact))
                .max(Comparator.comparingInt((Row fact) -> linesOf(fact.value(), characters))
                        .thenComparingDouble(fact -> width(fact.value())))
                .map(behind::add)
                .orElse(false);
    }

    /** Of the lines, in millimetres. */
    double height() {
        double line = close ? CLOSE_LINE : WIDE_LINE;
        double gap = close ? CLOSE_GAP : WIDE_GAP;
        int characters = close ? CLOSE_CHARACTERS : WIDE_CHARACTERS;
        return lines.stream()
                .mapToDouble(row -> gap
                        + line
                                * row.stream()
                                        .mapToInt(fact -> lines(fact, row.size() == 1 ? characters : CELL_CHARACTERS))
                                        .max()
                                        .orElse(0))
                .sum();
    }

    /** A long label takes more lines than a short value. */
    private static int lines(Row fact, int characters) {
        return Math.max(linesOf(fact.label(), LABEL_CHARACTERS), linesOf(fact.value(), characters));
    }

    private static int linesOf(String value, int characters) {
        return value.lines()
                .mapToInt(line -> Math.max(1, (int) Math.ceil(width(line) / characters)))
                .sum();
    }

    /** In full-width characters; capitals are wider than other Latin letters. */
    private static double width(String value) {
        return value.chars()
                .mapToDouble(each -> each >= 0x2E80 ? 1 : Character.isUpperCase(each) ? 0.7 : 0.55)
                .sum();
    }
}
