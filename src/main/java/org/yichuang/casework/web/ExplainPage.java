package org.yichuang.casework.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitStory;
import org.yichuang.casework.Late;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.shared.Text;

/**
 * The page that explains a due date.
 *
 * @param story null while it cannot be told: no clock, or a year that is not known
 * @param beside the other limit, where the story has not told it: it counts from another day, or the law's ends first; null
 *     where there is none
 * @param delivery by when a decision has to be delivered (AL-44); null before there is one
 * @param corrections until when the applicant's corrections are waited for; null where none are
 * @param unknownYear a year that has to be known to tell all of it, or 0
 * @param late that it was not decided in time, for its applicant; null where it was, or still may be
 * @param frame where the page stands
 * @param pauses what is on record of each pause, in their order; empty where that is not to be told
 * @param changes the due dates there were, oldest first
 * @param rules the rules it was counted by
 * @param licence the item stands under the Licensing Law
 */
public record ExplainPage(
        @Nullable LimitStory story,
        @Nullable LimitStory beside,
        @Nullable LimitStory delivery,
        @Nullable Instant corrections,
        int unknownYear,
        @Nullable Late late,
        Text item,
        String number,
        Frame frame,
        List<OnRecord> pauses,
        List<Change> changes,
        List<Text> rules,
        boolean licence,
        boolean demoPromise,
        boolean unverifiedStatute) {

    /**
     * @param list the list above the case
     * @param base the case's address
     */
    public record Frame(String listHref, Text list, String base) {}

    /**
     * Who asked for a pause, with the post, and the letter that told the applicant; null: none is known.
     */
    public record OnRecord(Text asked, @Nullable String letter) {}

    /**
     * Due dates as an act left them; null where there is none: while the clock stands still, or not known yet.
     *
     * @param other of intake, correction or delivery
     */
    public record Change(
            Instant at,
            Text why,
            boolean stands,
            @Nullable Instant promise,
            @Nullable Instant statute,
            @Nullable Instant other) {}

    /** What is on record of a pause of the clock that is told; null where that is not to be told. */
    public @Nullable OnRecord onRecord(int pause) {
        return story != null && story.main().clock().pauses().size() == pauses.size() ? pauses.get(pause) : null;
    }

    public boolean others() {
        return changes.stream().anyMatch(change -> change.other() != null);
    }

    public String csvHref() {
        return frame.base() + "/explain.csv";
    }

    /** 行政许可法第四十五条, for {@code AL-45}. */
    public Text article(String rule) {
        return rule.equals(LegalRule.AL_45.id()) ? LegalRule.AL_45.article() : Text.same(rule);
    }
}
