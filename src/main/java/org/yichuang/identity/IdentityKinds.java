package org.yichuang.identity;

/** What the journal calls the things that happen to accounts; the subject is {@link Account#subject(java.util.UUID)}. */
public final class IdentityKinds {
    public static final String CREATED = "account.created";
    /** A window's account got its owner's password. */
    public static final String CLAIMED = "account.claimed";

    /** The name on the card changed, or was typed wrong. */
    public static final String RENAMED = "account.renamed";

    /** An officer found it by its number and name at a window, and was shown what is on record. */
    public static final String SHOWN = "account.shown-at-window";
    /** Another name than its own was given for its number at a window. */
    public static final String NAME_MISTAKEN = "account.name-mistaken";

    /** Its owner gave another phone number or legal representative. */
    public static final String CONTACT_CHANGED = "account.contact-changed";

    public static final String PASSWORD_CHANGED = "account.password-changed";
    public static final String PASSWORD_LINK = "account.password-link-issued";
    /** With one of the three roles, which takes a new one. */
    public static final String PASSWORD_ENDED = "account.password-ended";
    /** A second person let a link work that one alone may not issue. */
    public static final String PASSWORD_LINK_CONFIRMED = "account.password-link-confirmed";

    public static final String DISABLED = "account.disabled";
    public static final String ENABLED = "account.enabled";
    /** Too many wrong passwords. */
    public static final String LOCKED = "account.locked";

    public static final String UNLOCKED = "account.unlocked";
    public static final String ROLE_GRANTED = "role.granted";
    public static final String ROLE_REVOKED = "role.revoked";
    public static final String SESSION_OPENED = "session.opened";
    public static final String SESSION_REVOKED = "session.revoked";
    public static final String TOKEN_ISSUED = "token.issued";
    public static final String TOKEN_REVOKED = "token.revoked";

    private IdentityKinds() {}
}
