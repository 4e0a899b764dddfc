package org.yichuang.casework.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Neighbours;
import org.yichuang.shared.Page;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;

/**
 * The work list that a case was opened from, and the place it had there, as the addresses of the case's pages carry them.
 * It stays the place at which it was opened: after an act, which may move the case or take it off the list, one goes on
 * from there. What cannot be read is no list.
 *
 * @param written as it stands in an address; empty: the case was opened from no list
 * @param due when the case was due there; null: it stood among those without a date
 */
public record FromList(
        String written, WorkAddress query, @Nullable Instant due) {
    /** No field of an item's form can have this name. */
    public static final String PARAMETER = "_list";

    static final FromList NONE = new FromList("", new WorkAddress("", "", "", "", "", "", "", "", ""), null);

    private static final int PARTS = 9;
    private static final int LONGEST = 200;
    /** Nothing is due later, and the database could not compare it. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    static FromList of(WorkAddress query, @Nullable Instant due) {
        String[] parts = {
            query.state(),
            query.act(),
            query.due(),
            query.mine(),
            query.unit(),
            query.item(),
            query.applicant(),
            query.q(),
            due == null ? "" : due.toString()
        };
        return new FromList(Page.encode(String.join("\n", parts)), query, due);
    }

    static FromList read(String written) {
        try {
            String parts = Page.decode(written);
            return parts == null ? NONE : of(parts.split("\n", -1));
        } catch (Problem | DateTimeException unreadable) {
            return NONE;
        }
    }

    private static FromList of(String[] parts) {
        if (parts.length != PARTS
                || !Stream.of(parts).allMatch(part -> part.length() <= LONGEST && PlainText.oneLine(part))) {
            return NONE;
        }
        var query = new WorkAddress(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], "");
        query.filter(null);
        Instant due = parts[8].isEmpty() ? null : Instant.parse(parts[8]);
        boolean never = due != null && (due.isBefore(Instant.EPOCH) || due.isAfter(LAST));
        return never ? NONE : of(query, due);
    }

    boolean isNone() {
        return written.isEmpty();
    }

    /** This address, with the list in it. */
    public String kept(String address) {
        return isNone() ? address : address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + written;
    }

    /** The address of another case of the list. */
    public String opens(Neighbours.Place other) {
        return of(query, other.due()).kept("/desk/cases/" + other.caseId());
    }
}
