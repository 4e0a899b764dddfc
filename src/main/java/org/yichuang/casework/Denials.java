package org.yichuang.casework;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's look at every "no" that left a window (DENIAL-FILING): for supervisors, and for who is asked. */
public interface Denials {
    /** @param reviewed false: those neither upheld nor reversed, the longest waiting first; true: the last reviewed first */
    Page<DenialRow> list(Visitor who, boolean reviewed, @Nullable String after, int size);

    /** The same in pages of the usual size. */
    default Page<DenialRow> list(Visitor who, boolean reviewed, @Nullable String after) {
        return list(who, reviewed, after, Page.DEFAULT_SIZE);
    }

    /**
     * Once only, and after a question once more, whether the unit answered it or not: then it is upheld or reversed.
     * {@link DenialRow.Judgement#REVERSED} opens the case again, where anything was filed.
     */
    DenialRow review(Visitor who, UUID denial, DenialRow.Judgement judgement, String remark);

    /** For officers: what the supervising unit asks about a "no" that they may answer for, the longest waiting first. */
    Page<DenialRow> questions(Visitor who, @Nullable String after, int size);

    /** The same in pages of the usual size. */
    default Page<DenialRow> questions(Visitor who, @Nullable String after) {
        return questions(who, after, Page.DEFAULT_SIZE);
    }

    /** How many of these there are. */
    int asked(Visitor who);

    /** The reasons of the decisions in force in these cases, by their denials; of one that was reversed since none. */
    Map<UUID, String> reasons(Visitor who, Collection<UUID> cases);

    /** Which of these they filed themselves: somebody else reviews them. */
    Set<UUID> own(Visitor who, Collection<UUID> denials);

    /** Which of these a post that they hold today lets them judge (AUTHORISED), apart from their own. */
    Set<UUID> judging(Visitor who, Collection<DenialRow> denials);

    /** What somebody may do about a "no". */
    enum Turn {
        ANSWER,
        JUDGE,
        /** It was questioned, and the judgement waits for no answer. */
        JUDGE_UNANSWERED
    }

    /** What they may do about the last "no" of the case; empty: nothing. */
    Optional<Turn> turn(Visitor who, UUID caseId);

    /** How many wait for their review. */
    int waiting(Visitor who);

    /** How many were questioned and wait for the unit's answer. */
    int unanswered(Visitor who);

    /** DENIAL-FILING: how soon a denial is reviewed in this city. */
    Limit reviewLimit();

    /** By an officer who may accept or decide the case; once only. */
    DenialRow answer(Visitor who, UUID denial, String answer);
}
