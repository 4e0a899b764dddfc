package org.yichuang.network;

import java.time.LocalDate;
import java.util.UUID;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/**
 * Who is away when. A and B of a post are never away on the same day, so someone always holds a post that has a B; one that
 * has none is held by nobody while its A is away.
 */
public interface Absences {
    /** The days on which one begins. */
    LocalDate EARLIEST = Days.EARLIEST;

    LocalDate LATEST = LocalDate.of(Days.LAST_YEAR - 1, 12, 31);
    Text BEGINS = Text.of("日期在 1949 到 2998 年之间", "A day lies between 1949 and 2998");
    /** Days after the first that one absence has at most. */
    int LONGEST = 366;

    Text LASTS = Text.of("一次最多登记一年", "At most a year at a time");
    /** Characters of its reason. */
    int REASON = 100;

    /** Journal: an officer is away; payload {@code away, from, to, reason}; subject {@code officer:NUMBER}. */
    String AWAY_KIND = "officer.away";
    /**
     * Journal: an officer is back early; payload {@code away, back}; subject {@code officer:NUMBER}. Where an import strikes
     * an absence out or gives it to another officer, {@code back} is its first day: they were never away.
     */
    String BACK_KIND = "officer.back";

    static boolean begins(LocalDate from) {
        return !from.isBefore(EARLIEST) && !from.isAfter(LATEST);
    }

    static boolean lasts(LocalDate from, LocalDate to) {
        return !to.isAfter(from.plusDays(LONGEST));
    }

    /**
     * Records that an officer is away; B of their posts stands in, where there is one. Journal: {@code officer.away}.
     *
     * @param officer the officer's number
     * @throws org.yichuang.shared.Problem 409 {@code both-away} when the other officer of one of their posts is away on
     *     one of these days, {@code already-away} when they are themselves; 422 when the days are wrong
     */
    Away record(Actor by, String officer, LocalDate from, LocalDate to, String reason);

    /**
     * The officer is back: the absence ends the day before {@code today}, or is struck out when it has not begun.
     * Journal: {@code officer.back}.
     */
    void end(Actor by, UUID away, LocalDate today);
}
