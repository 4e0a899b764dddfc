package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.yichuang.network.Act;
import org.yichuang.network.Authorised;
import org.yichuang.network.Cover;

/**
 * What each officer may do on a day, in memory for as long as the register's version stands: whoever decides by it says
 * which version the database had at that moment, and any other is read anew.
 */
@Component
class Powers {
    private static final int MOST = 20_000;
    private static final String READ = """
            select v.n, p.* from network.version v left join network.powers(?, ?) p on true
            where v.name = 'roster' order by p.cover, p.post""";

    private final DSLContext dsl;
    private final ConcurrentMap<UUID, Held> held = new ConcurrentHashMap<>();

    private record Held(long version, LocalDate day, List<Authorised> powers) {}

    Powers(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Authorised> of(UUID account, LocalDate day, long version) {
        Held known = held.get(account);
        return known != null && known.version == version && known.day.equals(day) ? known.powers : read(account, day);
    }

    /** As the database says now. */
    List<Authorised> now(UUID account, LocalDate day) {
        return of(account, day, NetworkMemory.version(dsl, "roster"));
    }

    private List<Authorised> read(UUID account, LocalDate day) {
        if (held.size() > MOST) {
            held.clear();
        }
        var rows = dsl.fetch(READ, account, day);
        List<Authorised> powers = new ArrayList<>();
        for (Record row : rows) {
            if (row.get("post") != null) {
                powers.add(power(row));
            }
        }
        Held read = new Held(rows.getFirst().get("n", Long.class), day, List.copyOf(powers));
        held.put(account, read);
        return read.powers;
    }

    private static Authorised power(Record row) {
        return new Authorised(
                Act.of(row.get("act", String.class)).orElseThrow(),
                row.get("unit", String.class),
                row.get("item", String.class),
                row.get("post", String.class),
                Cover.valueOf(row.get("cover", String.class)),
                row.get("on_behalf", UUID.class));
    }
}
