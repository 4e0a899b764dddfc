package org.yichuang.casework.web.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.State;
import org.yichuang.casework.WorkFilter;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Address;
import org.yichuang.shared.web.Visitor;

/**
 * The filters of the work list as they stand in its address; a link that changes one keeps the others.
 *
 * @param state a state in small letters, {@code all}, or empty for all open ones
 * @param act an act of the register that is waited for, or {@code applicant}
 * @param due a bucket in small letters
 * @param mine {@code yes}: only where it is my turn; {@code posts}: only what my posts see, for who sees every unit's
 * @param unit a unit's code
 * @param applicant the id of an account
 */
public record WorkAddress(
        String state,
        String act,
        String due,
        String mine,
        String unit,
        String item,
        String applicant,
        String q,
        String after) {
    private static final String ALL = "all";
    private static final String POSTS = "posts";

    static WorkAddress of(Map<String, String> parameters) {
        return new WorkAddress(
                text(parameters, "state"),
                text(parameters, "act"),
                text(parameters, "due"),
                text(parameters, "mine"),
                text(parameters, "unit"),
                text(parameters, "item"),
                text(parameters, "applicant"),
                text(parameters, "q"),
                text(parameters, "after"));
    }

    /** One case of this account, be it closed. */
    static WorkFilter anyOf(UUID applicant) {
        return of(Map.of("state", ALL, "applicant", applicant.toString())).filter(1);
    }

    private static String text(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "").strip();
        return value.length() > 200 ? value.substring(0, 200) : value;
    }

    /** What waits at this visitor's posts: the open cases that they see, which a supervisor narrows to them. */
    static WorkAddress ofPosts(Visitor visitor) {
        return of(visitor.byPosts().equals(visitor) ? Map.of() : Map.of("mine", POSTS));
    }

    /** As whom this visitor reads the list. */
    Visitor reader(Visitor visitor) {
        return posts() ? visitor.byPosts() : visitor;
    }

    /** Whether it is narrowed to what the visitor's posts see. */
    public boolean posts() {
        return mine.equals(POSTS);
    }

    /** Whether the list is of open cases, which has an index in its order. */
    boolean open() {
        State one = stateOf(state);
        return one == null ? !closedToo() : one.open();
    }

    /** Whether closed cases are looked at too. */
    public boolean closedToo() {
        return state.equals(ALL);
    }

    WorkFilter filter(@Nullable Integer size) {
        Set<State> states = closedToo()
                ? EnumSet.complementOf(EnumSet.of(State.DRAFT))
                : state.isEmpty() ? Set.of() : Set.of(one(State.class, "state", state));
        return new WorkFilter(
                states,
                orNull(act),
                due.isEmpty() ? null : one(WorkFilter.Bucket.class, "due", due),
                mine.equals("yes"),
                orNull(unit),
                orNull(item),
                applicant.isEmpty() ? null : account(),
                orNull(q),
                orNull(after),
                size);
    }

    /** The counts are over everything that posts, unit, item, applicant and words leave, whatever else is chosen. */
    WorkFilter forCounts() {
        return counted().filter(null);
    }

    private UUID account() {
        try {
            return UUID.fromString(applicant);
        } catch (IllegalArgumentException e) {
            throw noSuch("applicant");
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String field, String value) {
        try {
            return Enum.valueOf(kind, value.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw noSuch(field);
        }
    }

    private static Problem noSuch(String field) {
        return Problem.invalid(field, "没有这种筛选", "There is no such filter");
    }

    /** The state of this name in small letters; null when there is none. */
    public static @Nullable State stateOf(String name) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The address of the list with one filter changed; an empty value takes it away. Paging starts again. */
    public String with(String name, String value) {
        return href("/desk", name, value);
    }

    /** The list of this account in the place of words, of closed cases too where no state is chosen. */
    String ofApplicant(UUID account) {
        String among = state.isEmpty() ? ALL : state;
        return new WorkAddress(among, act, due, mine, unit, item, account.toString(), "", "").with("q", "");
    }

    /** The same words among closed cases too. */
    public String further() {
        return only("state", ALL);
    }

    /** Whether words were looked for among the open cases alone. */
    public boolean openOnly() {
        return !q.isEmpty() && state.isEmpty();
    }

    /**
     * The address of what a count counts: this one filter, beside posts, unit, item, applicant and words. What is my turn
     * stands where the posts stand, and leaves them out.
     */
    public String only(String name, String value) {
        return counted().with(name, value);
    }

    private WorkAddress counted() {
        return new WorkAddress("", "", "", posts() ? POSTS : "", unit, item, applicant, q, "");
    }

    public String next(String cursor) {
        return href("/desk", "after", cursor);
    }

    public String export() {
        return href("/desk/export.csv", "after", "");
    }

    private String href(String path, String name, String value) {
        var all = all();
        all.remove("after");
        all.put(name, value);
        return Address.of(path, all);
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("state", state);
        all.put("act", act);
        all.put("due", due);
        all.put("mine", mine);
        all.put("unit", unit);
        all.put("item", item);
        all.put("applicant", applicant);
        all.put("q", q);
        all.put("after", after);
        return all;
    }

    /** The filters that stand, for the hidden fields of a form that changes others. */
    public Map<String, String> standing(List<String> without) {
        var all = all();
        all.remove("after");
        all.keySet().removeAll(without);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The first page of all that is open, or of all of that which the visitor's posts see. */
    public boolean plain() {
        return !narrowed() || equals(of(Map.of("mine", POSTS)));
    }

    public boolean narrowed() {
        return all().values().stream().anyMatch(value -> !value.isEmpty());
    }
}
