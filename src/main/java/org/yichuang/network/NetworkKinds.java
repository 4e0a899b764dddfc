package org.yichuang.network;

/** What the journal calls changes of the network. Absences: {@link Absences}; the calendar: {@link WorkingCalendars}. */
public final class NetworkKinds {
    /** A file was imported into a table; payload: counts and the file's digest; subject {@code network:posts}. */
    public static final String IMPORTED = "network.imported";
    /**
     * One row was changed by hand; payload {@code is}, with {@code was} when it was there before, or {@code removed};
     * subject {@code network:posts}.
     */
    public static final String EDITED = "network.edited";
    /** An authorisation was entered or changed; payload: its terms; subject {@code authorisation:NUMBER}. */
    public static final String GRANTED = "authorisation.granted";
    /** An authorisation was taken out of the register; subject {@code authorisation:NUMBER}. */
    public static final String REVOKED = "authorisation.revoked";

    /** A post was entered, changed or removed; payload: what it {@code was} and {@code is}; subject {@code post:CODE}. */
    public static final String POST_CHANGED = "post.changed";
    /** The same of an officer; subject {@code officer:NUMBER}. */
    public static final String OFFICER_CHANGED = "officer.changed";

    private NetworkKinds() {}
}
