package org.yichuang.network.demo;

import java.util.Locale;

/** Telephone numbers in a range that belongs to nobody: 0571-5550-0100 and on. */
final class DemoPhones {
    private int next = 100;

    String next() {
        return String.format(Locale.ROOT, "0571-5550-%04d", next++);
    }
}
