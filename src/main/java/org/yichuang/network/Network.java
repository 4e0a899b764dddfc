package org.yichuang.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yichuang.shared.Text;

/**
 * The city's network: who is competent where, where people can go, and which officer may do what. Units, centres and
 * divisions are answered from memory, as far behind the database as {@link WorkingCalendars#current}; authority and posts from the database itself.
 */
public interface Network {

    List<Department> departments();

    Optional<Department> department(String key);

    Optional<Division> division(String code);

    /** The divisions inside this one, one tier down, by code; an empty code asks for the city. */
    List<Division> divisionsIn(String code);

    /** The division and those it lies in, the city first: 杭州市, 西湖区, 转塘街道. Empty when it is not known. */
    List<Division> path(String division);

    Optional<Unit> unit(String code);

    /** All units of a department, the city's first, then by division. */
    List<Unit> units(String department);

    Optional<Centre> centre(String code);

    /** The centres of exactly this division, by code. */
    List<Centre> centresIn(String division);

    Optional<Window> window(String code);

    /** The windows where this unit's work is done: its own, or those for every unit at its division's centres. */
    List<Window> windowsOf(Unit unit);

    Optional<ServicePoint> servicePoint(String code);

    /** The service points of exactly this division, by code. */
    List<ServicePoint> servicePointsIn(String division);

    /**
     * The unit that is competent for a department's item in a division: at the first of its tiers that has one there.
     *
     * @param levels the tiers at which the item is exercised, the one that decides an ordinary case first
     * @param division where the matter lies: the division of such a tier or any inside it
     * @return empty when the division is not inside one of these tiers, or its department has no unit there
     */
    Optional<Unit> competentUnit(String department, List<Tier> levels, String division);

    /**
     * Rule AUTHORISED: why this account may not do these acts with this item of the unit on this day, and who may: it needs a
     * post of the unit that is authorised for the act with the item, and that the account holds on that day. Acts that it may
     * do are left out.
     *
     * @param item the item's code
     */
    Map<Act, Text> refusals(UUID account, String unit, String item, Set<Act> acts, LocalDate day);

    /**
     * All that this account may do on this day, A's posts first. Answered from memory where that is still true.
     *
     * @param version of {@code roster} in {@code network.published_version}, read in the same statement as what is decided:
     *     so the answer is as true as that statement, and costs none of its own
     */
    List<Authorised> powers(UUID account, LocalDate day, long version);

    /** The same, as the register stands now. */
    List<Authorised> powers(UUID account, LocalDate day);

    /**
     * The officers with an account who can do this act with this item of the unit on this day, as A or B of a post that is
     * authorised for it: by AL-34 the ones who can be second on site. None who is away, nor whose account is disabled or
     * no officer's now.
     */
    List<Officer> able(String unit, String item, Act act, LocalDate day);

    /**
     * The same by the register alone, from memory where that is still true: whether an account serves is not asked, and
     * has to be confirmed where it matters.
     *
     * @param version of {@code roster}, as with {@link #powers(UUID, LocalDate, long)}
     */
    List<Officer> registered(String unit, String item, Act act, LocalDate day, long version);

    /**
     * What would wait for nobody: of each unit those of these acts with the item that no post is authorised for on this
     * day, or none that somebody holds who can sign in. Units where each act can be done are left out.
     */
    Map<String, List<Act>> unmanned(String item, Collection<String> units, Collection<Act> acts, LocalDate day);

    /** The posts this account is A or B of, those it holds on this day first. */
    List<HeldPost> myPosts(UUID account, LocalDate day);

    /** Where this account sits on this day; empty for who holds no post. */
    Optional<Seat> seat(UUID account, LocalDate day);

    Optional<Post> post(String code);

    /** What these posts are called, in one statement; one that is no more is left out. */
    Map<String, Text> postNames(Collection<String> codes);

    Optional<Officer> officer(UUID account);

    /** The register's lines of a post, those in force and others. */
    List<Authorisation> authorisations(String post);
}
