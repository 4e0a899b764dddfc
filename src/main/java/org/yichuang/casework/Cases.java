package org.yichuang.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Explained;
import org.yichuang.network.Officer;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Visitor;

/**
 * Looking at cases. Applicants see their own; officers those of their posts' units and those
 * taken at a window of their posts' centres; supervisors and auditors all; for anybody else a case does not exist (404).
 */
public interface Cases {
    CaseView view(Visitor who, UUID caseId);

    /** By number; for the search box of the desk. */
    CaseView byNumber(Visitor who, String number);

    /** By its query code, as typed or read from a receipt; empty where it is none, or the case is not theirs to see. */
    Optional<UUID> byQueryCode(Visitor who, String typed);

    /** Oldest first. */
    List<TimelineEntry> timeline(Visitor who, UUID caseId);

    /** Who can be the second officer of this step today (AL-34), apart from the visitor. */
    List<Officer> companions(Visitor who, UUID caseId, String step);

    /** Why a clock of the case ends when it ends; 404 when the case has no such clock. */
    Explained explain(Visitor who, UUID caseId, @Nullable ClockKind clock);

    /** The cases that the visitor sees by post or office, the next due first, those without a due instant last. */
    Page<CaseRow> worklist(Visitor who, WorkFilter filter);

    /** Whether the visitor may see cases of more than one unit in it. */
    boolean ofSeveralUnits(Visitor who);

    /** What stands next to this place in that list as it is now; the case whose place it is is neither. */
    Neighbours neighbours(Visitor who, WorkFilter filter, Neighbours.Place place);

    /** Counts over the open ones of these; unit, item and q of the filter narrow them. */
    WorkCounts counts(Visitor who, WorkFilter filter);

    /** The visitor's own cases, the latest first. */
    Page<CaseRow> mine(Visitor who, @Nullable String after, int size);

    /** The same in pages of the usual size. */
    default Page<CaseRow> mine(Visitor who, @Nullable String after) {
        return mine(who, after, Page.DEFAULT_SIZE);
    }

    /**
     * The visitor's own of this item that are not over, the latest first; one more than {@link CaseRow#LISTED} at most.
     */
    List<CaseRow> open(Visitor who, String item);

    /** The visitor's last of this item that came to nothing: refused, not accepted, withdrawn or ended. */
    Optional<CaseRow> cameToNothing(Visitor who, String item);

    /**
     * The applicant's cases of this item that are not decided yet and that the visitor sees, the latest first; one more
     * than {@link CaseRow#LISTED} at most.
     */
    List<CaseRow> running(Visitor who, UUID applicant, String item);

    /** For anybody who has the query code. */
    Tracked track(String queryCode);

    /** @param clock null: the one that the case goes by */
    Explained explainTracked(String queryCode, @Nullable ClockKind clock);
}
