package org.yichuang.shared;

/**
 * Fills a part of a new database: make it a bean with one of the places below as its {@code @Order}. All run once, in one
 * transaction, before the server answers.
 */
public interface Seed {
    int CALENDAR = 100;
    int NETWORK = 200;
    int CATALOGUE = 300;
    int CASES = 400;

    /** False for what every city needs, the demo or not. */
    default boolean demoOnly() {
        return true;
    }

    void fill();
}
