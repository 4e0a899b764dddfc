package org.yichuang.shared.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may open an endpoint. An account holds one or more of these; the first two are for {@link Access} only. */
public enum Role {
    /** No sign-in is asked. */
    ANYONE,
    /** Any account, whatever it may do. */
    SIGNED_IN,
    RESIDENT,
    COMPANY,
    /**
     * Another system, by API token. It reads what anybody may (items, limits, tracking, verification) and its own account:
     * it holds no post, so it sees no case and acts on none.
     */
    SYSTEM,
    /** Holds posts: what they may do follows from the authorisation register. */
    OFFICER,
    HALL_MANAGER,
    AGENT,
    SUPERVISOR,
    ASSESSOR,
    /** Runs the city's data: network, catalogue, calendar. Never the same person as the two below. */
    ADMINISTRATOR,
    /** Gives and takes accounts and roles. */
    SECURITY_ADMINISTRATOR,
    /** Reads the record of everything; changes nothing, but may be the second person where a password is reset. */
    AUDITOR;

    /** Three people: who runs the city's data, who gives the rights, who reads the record. */
    public static final Set<Role> APART =
            Collections.unmodifiableSet(EnumSet.of(ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR));
}
