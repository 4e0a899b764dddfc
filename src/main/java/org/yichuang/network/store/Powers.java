package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Act;
import org.yichuang.network.Authorised;
import org.yichuang.network.Cover;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Officer;

/**
 * Which posts each officer holds on a day, what that lets them do, and who can do an act, in memory for as long as the
 * register's version stands: whoever decides by it says which version the database had at that moment, and any other is
 * read anew.
 */
@Component
class Powers {
    private static final int MOST = 20_000;
    private static final String MAY = """
            select v.n, p.* from network.version v left join network.powers(?, ?) p on true
            where v.name = 'roster' order by p.cover, p.post""";
    private static final String ABLE = """
            select v.n, o.* from network.version v left join network.officer o
              on o.account is not null
              and exists (select from network.post p join network.authorisation z on z.post = p.code
                where o.code in (p.officer_a, p.officer_b) and p.unit = ? and z.act = ? and z.item in (?, '*')
                  and z.from_day <= ? and (z.to_day is null or z.to_day >= ?))
              and not exists (select from network.away w where w.officer = o.code and ? between w.from_day and w.to_day)
            where v.name = 'roster' order by o.code""";

    private final DSLContext dsl;
    private final Roster roster;
    private final Memory<UUID, HeldPost> posts = new Memory<>();
    private final Memory<UUID, Authorised> may = new Memory<>();
    private final Memory<Task, Officer> able = new Memory<>();

    private record Task(String unit, String item, Act act) {}

    Powers(DSLContext dsl, Roster roster) {
        this.dsl = dsl;
        this.roster = roster;
    }

    /** The posts of this account, as the database says now. */
    List<HeldPost> posts(UUID account, LocalDate day) {
        long version = version();
        return posts.get(account, day, version, who -> new Held<>(version, day, roster.held(who, day)));
    }

    List<Authorised> of(UUID account, LocalDate day, long version) {
        return may.get(account, day, version, who -> read("post", Powers::power, day, MAY, who, day));
    }

    /** As the database says now. */
    List<Authorised> now(UUID account, LocalDate day) {
        return of(account, day, version());
    }

    List<Officer> able(String unit, String item, Act act, LocalDate day, long version) {
        return able.get(
                new Task(unit, item, act),
                day,
                version,
                task -> read("code", Powers::officer, day, ABLE, unit, act.key(), item, day, day, day));
    }

    long version() {
        return NetworkMemory.version(dsl, "roster");
    }

    private <T> Held<T> read(String key, Function<Record, T> one, LocalDate day, String sql, Object... asked) {
        var rows = dsl.fetch(sql, asked);
        List<T> all = new ArrayList<>();
        for (Record row : rows) {
            if (row.get(key) != null) {
                all.add(one.apply(row));
            }
        }
        return new Held<>(rows.getFirst().get("n", Long.class), day, List.copyOf(all));
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

    private static Officer officer(Record row) {
        return new Officer(
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("unit", String.class),
                row.get("account", UUID.class));
    }

    private record Held<T>(long version, LocalDate day, List<T> values) {}

    private static final class Memory<K, T> {
        private final ConcurrentMap<K, Held<T>> held = new ConcurrentHashMap<>();

        List<T> get(K key, LocalDate day, long version, Function<K, Held<T>> read) {
            @Nullable Held<T> known = held.get(key);
            if (known == null || known.version != version || !known.day.equals(day)) {
                if (held.size() > MOST) {
                    held.clear();
                }
                known = read.apply(key);
                held.put(key, known);
            }
            return known.values;
        }
    }
}
