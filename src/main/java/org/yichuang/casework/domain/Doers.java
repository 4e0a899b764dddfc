package org.yichuang.casework.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may go along an edge of the table.
 *
 * @param acts for officers: any one of these acts of the authorisation register
 */
public record Doers(Set<Kind> kinds, List<String> acts) {
    /** Kinds of people, and the clock. */
    public enum Kind {
        APPLICANT,
        OFFICER,
        SUPERVISOR,
        CLOCK
    }

    static final Doers SUPERVISOR = new Doers(EnumSet.of(Kind.SUPERVISOR), List.of());
    static final Doers CLOCK = new Doers(EnumSet.of(Kind.CLOCK), List.of());

    static Doers officer(String... acts) {
        return new Doers(EnumSet.of(Kind.OFFICER), List.of(acts));
    }

    /** The applicant, or for who stands at a window an officer who records it. */
    static Doers applicantOrOfficer(String... acts) {
        return new Doers(EnumSet.of(Kind.APPLICANT, Kind.OFFICER), List.of(acts));
    }

    /** They are of the right kind; what the register says is asked separately. */
    public boolean include(Who who) {
        return kinds.contains(
                switch (who) {
                    case Who.Applicant applicant -> Kind.APPLICANT;
                    case Who.Officer officer -> Kind.OFFICER;
                    case Who.Supervisor supervisor -> Kind.SUPERVISOR;
                    case Who.TheClock clock -> Kind.CLOCK;
                });
    }
}
