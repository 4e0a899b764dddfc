package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.VERSION;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The network in memory, kept true by its version. */
@Component
public class NetworkMemory {
    private final Remembered<Snapshot> remembered;

    NetworkMemory(DSLContext dsl) {
        this.remembered = new Remembered<>(() -> version(dsl, "network"), new SnapshotReader(dsl)::read);
    }

    public Snapshot now() {
        return remembered.get();
    }

    /** As it was last read: for what stands on every page, also while the database is away. */
    Snapshot last() {
        return remembered.last();
    }

    /** After a change on this node: the next question sees it. */
    public void changed() {
        remembered.expire();
    }

    static long version(DSLContext dsl, String name) {
        Long n =
                dsl.select(VERSION.N).from(VERSION).where(VERSION.NAME.eq(name)).fetchOne(VERSION.N);
        return n == null ? 0 : n;
    }
}
