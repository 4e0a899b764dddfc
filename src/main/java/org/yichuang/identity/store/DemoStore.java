package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.jooq.identity.Tables.CITY;
import static org.yichuang.jooq.identity.Tables.DEMO_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.identity.Account;
import org.yichuang.identity.DemoOffer;
import org.yichuang.jooq.identity.tables.records.DemoAccountRecord;
import org.yichuang.shared.Text;

/** Keeps whether this is a demo city, and which accounts are its. */
@Repository
public class DemoStore {
    private final DSLContext dsl;

    DemoStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(List<Account> accounts, String password, Instant now) {
        var rows = accounts.stream()
                .map(account -> AccountStore.record(account, now))
                .toList();
        rows.forEach(row -> {
            row.setPassword(password);
            row.setDemo(true);
        });
        dsl.batchInsert(rows).execute();
    }

    /** @param captions by account, in their order */
    public void offer(Map<UUID, Text> captions) {
        int place = dsl.fetchCount(DEMO_ACCOUNT);
        for (var offer : captions.entrySet()) {
            var row = new DemoAccountRecord();
            row.setAccount(offer.getKey());
            row.setPlace(place++);
            row.setCaptionZh(offer.getValue().zh());
            row.setCaptionEn(offer.getValue().en());
            dsl.insertInto(DEMO_ACCOUNT).set(row).execute();
        }
    }

    public List<DemoOffer> offers() {
        return dsl.select(ACCOUNT.LOGIN, ACCOUNT.NAME, DEMO_ACCOUNT.CAPTION_ZH, DEMO_ACCOUNT.CAPTION_EN)
                .from(DEMO_ACCOUNT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(DEMO_ACCOUNT.ACCOUNT))
                .orderBy(DEMO_ACCOUNT.PLACE)
                .fetch(row ->
                        new DemoOffer(String.valueOf(row.value1()), row.value2(), Text.of(row.value3(), row.value4())));
    }

    /** Whether the database is marked as a demo city's; null while it is not marked at all. */
    public @Nullable Boolean mark() {
        return dsl.select(CITY.DEMO).from(CITY).fetchOne(CITY.DEMO);
    }

    public void mark(boolean demo) {
        dsl.insertInto(CITY).set(CITY.DEMO, demo).execute();
    }

    /** There is an account that the demo city did not bring. */
    public boolean anyReal() {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.DEMO.isFalse());
    }
}
