package org.yichuang.network.tables;

import java.util.List;

/**
 * A table as a file holds it, before anything is known about its columns.
 *
 * @param lines the heading first; empty lines are left out
 * @param ragged a line may have fewer cells than the heading: a sheet keeps no empty ones, and each says its column
 * @param digest SHA-256 of the file, in hexadecimal
 */
public record Sheet(List<Line> lines, boolean ragged, String digest) {

    /** @param number of the line or row in the file, from 1 */
    public record Line(int number, List<String> cells) {}
}
