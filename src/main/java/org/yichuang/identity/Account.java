package org.yichuang.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Mask;
import org.yichuang.shared.web.Role;

/**
 * One account. It prints as its id and kind only.
 *
 * @param login the name to sign in with, beside the resident id number or credit code; null for who never chose one
 * @param name what the person, company, officer or system is called
 * @param person set for residents, and for officers whose number is known
 * @param organisation set for companies
 * @param roles the kind's own role for residents, companies and systems; for officers what was granted
 * @param claimed has a password; false for an applicant whom only a window knows
 * @param disabledAt since when it can no longer be used, null while it can
 */
public record Account(
        UUID id,
        AccountKind kind,
        @Nullable String login,
        String name,
        @Nullable String phone,
        @Nullable Person person,
        @Nullable Organisation organisation,
        Set<Role> roles,
        boolean claimed,
        @Nullable Instant disabledAt) {

    /** Its owner can sign in with it. */
    public boolean opens() {
        return claimed && !disabled();
    }

    /** The subject of its journal entries. */
    public String subject() {
        return subject(id);
    }

    public static String subject(UUID id) {
        return "account:" + id;
    }

    public boolean disabled() {
        return disabledAt != null;
    }

    /** Whether its owner applies for things: a resident or a company. */
    public boolean applies() {
        return kind == AccountKind.RESIDENT || kind == AccountKind.COMPANY;
    }

    /** The resident id number or credit code, null for who has none. */
    public @Nullable PersonalNumber number() {
        if (organisation != null) {
            return organisation.uscc();
        }
        return person == null ? null : person.idNumber();
    }

    public String maskedPhone() {
        return phone == null ? "" : Mask.number(phone);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
