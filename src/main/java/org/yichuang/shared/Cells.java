package org.yichuang.shared;

import org.jspecify.annotations.Nullable;

/** Cells of a file that a spreadsheet opens: none becomes a formula there. */
public final class Cells {
    private Cells() {}

    /** What a spreadsheet would take for a formula gets a mark before it. */
    public static String harmless(@Nullable String cell) {
        return cell == null ? "" : formula(cell) ? "'" + cell : cell;
    }

    /** The cell as it was before {@link #harmless}. */
    public static String plain(String cell) {
        return cell.startsWith("'") && formula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Begins like a formula, marks before it left aside. */
    private static boolean formula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && "=+-@\t\r".indexOf(cell.charAt(at)) >= 0;
    }
}
