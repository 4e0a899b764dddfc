package org.yichuang.journal.verify;

import org.yichuang.journal.Entry;

/** Takes the entries of all chains, each chain in its order, and holds them against what modules keep. */
interface Check {
    void next(Entry entry);

    /** When all entries were given. */
    void end();

    /** When all entries of one subject were given. */
    void end(String subject);
}
