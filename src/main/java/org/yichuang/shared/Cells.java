package org.yichuang.shared;

import org.jspecify.annotations.Nullable;

/** Cells of a file that a spreadsheet opens: none becomes a formula there. */
public final class Cells {
    private Cells() {}

    /** What a spreadsheet would take for a formula gets a mark before it. */
    public static String harmless(@Nullable String cell) {
        return cell == null ? "" : formula(cell) ? "'" + cell : cell;
    }

    /** Begins like a formula, marks before it left aside. */
    public static boolean formula(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && "=+-@\t\r".indexOf(cell.charAt(at)) >= 0;
    }
}
