package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.AWAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.Officer;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;

/** Absences; the database itself holds that A and B of a post are not both away. */
@Component
class StoredAbsences implements Absences {
    private static final int LONGEST = 366;
    private static final int REASON = 100;

    private final DSLContext dsl;
    private final Roster roster;
    private final Journal journal;
    private final Ids ids;

    StoredAbsences(DSLContext dsl, Roster roster, Journal journal, Ids ids) {
        this.dsl = dsl;
        this.roster = roster;
        this.journal = journal;
        this.ids = ids;
    }

    @Override
    @Transactional
    public Away record(Actor by, String officer, LocalDate from, LocalDate to, String reason) {
        check(from, to, reason);
        Officer who = roster.officer(officer)
                .orElseThrow(() -> Problem.invalid("officer", "没有这位人员：" + officer, "There is no officer " + officer));
        Away away = new Away(ids.next(), officer, from, to, reason.strip());
        try {
            dsl.insertInto(AWAY, AWAY.ID, AWAY.OFFICER, AWAY.FROM_DAY, AWAY.TO_DAY, AWAY.REASON)
                    .values(away.id(), officer, from, to, away.reason())
                    .execute();
        } catch (DataAccessException e) {
            throw refused(who, e);
        }
        journal.append(new NewEntry(AWAY_KIND, "officer:" + officer, by, payload(away)));
        return away;
    }

    private static void check(LocalDate from, LocalDate to, String reason) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "结束日期不能早于开始日期", "The last day cannot be before the first");
        }
        if (to.isAfter(from.plusDays(LONGEST))) {
            throw Problem.invalid("to", "一次最多登记一年", "At most a year at a time");
        }
        if (reason.isBlank() || reason.strip().length() > REASON) {
            throw Problem.invalid("reason", "请写明事由，最多 100 个字", "Give the reason, in at most 100 characters");
        }
    }

    private RuntimeException refused(Officer who, DataAccessException e) {
        Broken broken = Broken.under(e).orElseThrow(() -> e);
        return switch (broken.constraint()) {
            case "not_both_away" -> bothAway(who, broken.detail());
            case "away_once" ->
                Problem.conflict(
                                "already-away",
                                who.name() + "这几天已经登记过外出",
                                who.name() + " is already recorded as away on these days")
                        .at("from");
            default -> e;
        };
    }

    private Problem bothAway(Officer who, String detail) {
        String other = roster.officer(detail).map(Officer::name).orElse(detail);
        return Problem.conflict(
                        "both-away",
                        "这几天" + other + "已经外出，A、B 岗不能同时外出：请改日期，或先请另一位顶岗",
                        other + " is away on these days; A and B cannot both be away: change the days, or have"
                                + " another officer take the post first (for " + who.name() + ")")
                .at("from");
    }

    @Override
    @Transactional
    public void end(Actor by, UUID id, LocalDate today) {
        Away away = dsl.selectFrom(AWAY)
                .where(AWAY.ID.eq(id))
                .forUpdate()
                .fetchOptional(row -> new Away(id, row.getOfficer(), row.getFromDay(), row.getToDay(), row.getReason()))
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
        journal.append(new NewEntry(
                BACK_KIND, "officer:" + away.officer(), by, Map.of("away", id.toString(), "back", today.toString())));
    }

    static Map<String, String> payload(Away away) {
        return Map.of(
                "away", away.id().toString(),
                "from", away.from().toString(),
                "to", away.to().toString(),
                "reason", away.reason());
    }

    @Override
    public List<Away> of(String officer, LocalDate from) {
        return roster.absences(List.of(officer), from);
    }
}
