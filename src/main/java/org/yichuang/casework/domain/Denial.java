package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.DenialFiling;
import org.yichuang.catalogue.LegalRule;

/** DENIAL-FILING: what is filed before any "no" leaves the window. */
public record Denial(
        UUID id,
        ActKind act,
        DenialFiling filing,
        UUID officer,
        String officerName,
        String post,
        Instant at,
        @Nullable Instant reviewDue) {
    /** Files it with the act. */
    static Denial file(Course course, ActKind act, DenialFiling filing) {
        Who.Officer officer = course.officer();
        LimitClock review = LimitClock.of(course.now(), course.at.local().toReview());
        Instant due = Dues.end(review, course.at.calendar());
        var denial = new Denial(
                course.at.newId(), act, filing, officer.account(), officer.name(), course.post(), course.now(), due);
        course.file(denial)
                .note(
                        "case.denial-filed",
                        Payload.of("denial", denial.id().toString())
                                .and("act", act.slug())
                                .and("reason", filing.reason())
                                .and("article", filing.article())
                                .and("told", filing.told())
                                .and("rule", LegalRule.DENIAL_FILING.id())
                                .and("reviewDue", due)
                                .map());
        return denial;
    }
}
