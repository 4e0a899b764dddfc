package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.AWAY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.Officer;
import org.yichuang.shared.Ids;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Absences; the database itself holds that A and B of a post are not both away. */
@Component
class StoredAbsences implements Absences {
    private final DSLContext dsl;
    private final Roster roster;
    private final Journal journal;
    private final Ids ids;
    private final TransactionTemplate attempt;

    StoredAbsences(DSLContext dsl, Roster roster, Journal journal, Ids ids, PlatformTransactionManager transactions) {
        this.dsl = dsl;
        this.roster = roster;
        this.journal = journal;
        this.ids = ids;
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    @Transactional
    public Away record(Actor by, String officer, LocalDate from, LocalDate to, String reason) {
        check(from, to, reason);
        Officer who = roster.officer(officer)
                .orElseThrow(() -> Problem.invalid("officer", "没有这位人员：" + officer, "There is no officer " + officer));
        Away away = new Away(ids.next(), officer, from, to, reason.strip());
        try {
            // behind a savepoint, so that what stands in the way can still be asked for
            attempt.executeWithoutResult(status -> insert(away));
        } catch (DataAccessException e) {
            throw refused(who, away, e);
        }
        journal.append(new NewEntry(AWAY_KIND, "officer:" + officer, by, away.going()));
        return away;
    }

    private void insert(Away away) {
        dsl.insertInto(AWAY, AWAY.ID, AWAY.OFFICER, AWAY.FROM_DAY, AWAY.TO_DAY, AWAY.REASON)
                .values(away.id(), away.officer(), away.from(), away.to(), away.reason())
                .execute();
    }

    private static void check(LocalDate from, LocalDate to, String reason) {
        if (!Absences.begins(from)) {
            throw Problem.invalid("from", BEGINS.zh(), BEGINS.en());
        }
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "结束日期不能早于开始日期", "The last day cannot be before the first");
        }
        if (!Absences.lasts(from, to)) {
            throw Problem.invalid("to", LASTS.zh(), LASTS.en());
        }
        boolean control = !PlainText.oneLine(reason);
        if (control || reason.isBlank() || reason.strip().length() > REASON) {
            throw Problem.invalid(
                    "reason", "请用一行写明事由，最多 100 个字", "Give the reason on one line, in at most 100 characters");
        }
    }

    private RuntimeException refused(Officer who, Away wanted, DataAccessException e) {
        Broken broken = Broken.under(e).orElseThrow(() -> e);
        return switch (broken.constraint()) {
            case "not_both_away" -> bothAway(wanted, broken.detail());
            case "away_once" -> alreadyAway(who, wanted);
            default -> e;
        };
    }

    private Problem bothAway(Away wanted, String other) {
        Text who = roster.officer(other)
                .map(officer -> Text.of(officer.name() + "（" + other + "）", officer.name() + " (" + other + ")"))
                .orElse(Text.same(other));
        Text days = days(other, wanted);
        return Problem.conflict(
                        "both-away",
                        who.zh() + "在 " + days.zh() + " 已经外出，A、B 岗不能同时外出：请改日期，或先请另一位顶岗",
                        who.en() + " is away " + days.en() + "; A and B of a post cannot both be away: change the days,"
                                + " or have another officer take the post first")
                .at("from");
    }

    private Problem alreadyAway(Officer who, Away wanted) {
        Text days = days(who.code(), wanted);
        return Problem.conflict(
                        "already-away",
                        who.name() + "在 " + days.zh() + " 已经登记过外出",
                        who.name() + " is already recorded as away " + days.en())
                .at("from");
    }

    /** When this officer is away during the days that are wanted; the trigger has seen that they are. */
    private Text days(String officer, Away wanted) {
        return roster.absences(List.of(officer), wanted.from()).stream()
                .filter(one -> !one.from().isAfter(wanted.to()))
                .findFirst()
                .map(one -> Text.of(one.from() + " 至 " + one.to(), "from " + one.from() + " to " + one.to()))
                .orElse(Text.of("这几天", "on these days"));
    }

    @Override
    @Transactional
    public void end(Actor by, UUID id, LocalDate today) {
        Away away = dsl.selectFrom(AWAY)
                .where(AWAY.ID.eq(id))
                .forUpdate()
                .fetchOptional(Roster::away)
                .orElseThrow(() -> Problem.notFound("没有这条外出登记", "There is no such absence"));
        if (away.to().isBefore(today)) {
            throw Problem.conflict("already-back", "这次外出已经结束", "This absence has already ended");
        }
        if (away.from().isBefore(today)) {
            dsl.update(AWAY)
                    .set(AWAY.TO_DAY, today.minusDays(1))
                    .where(AWAY.ID.eq(id))
                    .execute();
        } else {
            dsl.deleteFrom(AWAY).where(AWAY.ID.eq(id)).execute();
        }
        journal.append(new NewEntry(BACK_KIND, "officer:" + away.officer(), by, away.back(today)));
    }
}
