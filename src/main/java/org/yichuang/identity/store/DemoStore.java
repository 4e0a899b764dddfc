package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.jooq.identity.Tables.DEMO_ACCOUNT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.yichuang.identity.Account;
import org.yichuang.jooq.identity.tables.records.DemoAccountRecord;
import org.yichuang.shared.Text;

/** Keeps which accounts are the demo city's. */
@Repository
public class DemoStore {
    private final DSLContext dsl;

    DemoStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An account that the sign-in page offers, and what it is for. */
    public record Offer(UUID account, String login, String name, Text caption) {}

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

    public void offer(List<Offer> offers) {
        int place = dsl.fetchCount(DEMO_ACCOUNT);
        for (Offer offer : offers) {
            var row = new DemoAccountRecord();
            row.setAccount(offer.account());
            row.setPlace(place++);
            row.setCaptionZh(offer.caption().zh());
            row.setCaptionEn(offer.caption().en());
            dsl.insertInto(DEMO_ACCOUNT).set(row).execute();
        }
    }

    public List<Offer> offers() {
        return dsl.select(ACCOUNT.ID, ACCOUNT.LOGIN, ACCOUNT.NAME, DEMO_ACCOUNT.CAPTION_ZH, DEMO_ACCOUNT.CAPTION_EN)
                .from(DEMO_ACCOUNT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(DEMO_ACCOUNT.ACCOUNT))
                .orderBy(DEMO_ACCOUNT.PLACE)
                .fetch(row -> new Offer(
                        row.value1(), String.valueOf(row.value2()), row.value3(), Text.of(row.value4(), row.value5())));
    }

    /** There is an account that the demo city did not bring. */
    public boolean anyReal() {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.DEMO.isFalse());
    }
}
