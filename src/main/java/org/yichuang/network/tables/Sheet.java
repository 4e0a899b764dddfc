package org.yichuang.network.tables;

import java.util.List;

/**
 * A table as a file holds it, before anything is known about its columns.
 *
 * @param lines the heading first; empty lines are left out
 * @param digest SHA-256 of the file, in hexadecimal
 */
public record Sheet(List<Line> lines, String digest) {

    /** @param number of the line or row in the file, from 1 */
    public record Line(int number, List<String> cells) {}
}
