package org.yichuang.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yichuang.identity.store.DemoStore;
import org.yichuang.shared.Demo;

/** The mark in the database that it is a demo city's, or that it is not. Before it is filled, the setting says. */
@Component
public class DemoMark implements Demo {
    private final DemoStore store;
    private final boolean wanted;
    private volatile @Nullable Boolean marked;

    DemoMark(DemoStore store, @Value("${yichuang.fill}") String fill) {
        this.store = store;
        this.wanted = "demo".equals(fill);
    }

    @Override
    public boolean is() {
        Boolean known = marked;
        if (known == null) {
            known = store.mark();
            marked = known;
        }
        return known == null ? wanted : known;
    }

    /** Marks a new database for good, in the transaction that fills it; says what it is from now on. */
    public boolean decide() {
        store.mark(wanted);
        return wanted;
    }
}
