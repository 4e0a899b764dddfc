package org.yichuang.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of a file that a spreadsheet opens: none becomes a formula there. */
public final class Cells {
    /** What a formula begins with; spreadsheets take those of full width for the same. */
    private static final String SIGNS = "=+-@＝＋－＠\t\r\n";

    private static final Pattern DAY = Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})");

    private Cells() {}

    /** What a spreadsheet would take for a formula gets a mark before it. */
    public static String harmless(@Nullable String cell) {
        return cell == null ? "" : formula(cell) ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #harmless}. */
    public static String plain(String cell) {
        return cell.startsWith("'") && formula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** A day as spreadsheets write it when they save a CSV file, 2026/10/1, in the one way it is read; else the cell. */
    public static String day(String cell) {
        Matcher day = DAY.matcher(cell);
        return day.matches() ? day.group(1) + "-" + two(day.group(2)) + "-" + two(day.group(3)) : cell;
    }

    private static String two(String number) {
        return number.length() < 2 ? "0" + number : number;
    }

    /** Begins like a formula, marks before it left aside. */
    private static boolean formula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && SIGNS.indexOf(cell.charAt(at)) >= 0;
    }
}
