package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Authorised;
import org.yichuang.network.Away;
import org.yichuang.network.Centre;
import org.yichuang.network.Department;
import org.yichuang.network.Division;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.network.Seat;
import org.yichuang.network.ServicePoint;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;
import org.yichuang.shared.City;
import org.yichuang.shared.Text;

/** The face's answers: places from memory, people from the database. */
@Component
class StoredNetwork implements Network, City {
    private final NetworkMemory memory;
    private final Roster roster;
    private final Powers powers;
    private final Vacancies vacancies;

    StoredNetwork(NetworkMemory memory, Roster roster, Powers powers, Vacancies vacancies) {
        this.memory = memory;
        this.roster = roster;
        this.powers = powers;
        this.vacancies = vacancies;
    }

    @Override
    public List<Department> departments() {
        return List.copyOf(memory.now().departments.values());
    }

    @Override
    public Optional<Department> department(String key) {
        return Optional.ofNullable(memory.now().departments.get(key));
    }

    @Override
    public Optional<Division> division(String code) {
        return Optional.ofNullable(memory.now().divisions.get(code));
    }

    @Override
    public List<Division> divisionsIn(String code) {
        return memory.now().inside(code);
    }

    @Override
    public Text name() {
        return memory.last().inside("").stream().findFirst().map(Division::name).orElse(Text.same(""));
    }

    @Override
    public List<Division> path(String division) {
        return memory.now().path(division);
    }

    @Override
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(memory.now().units.get(code));
    }

    @Override
    public List<Unit> units(String department) {
        return memory.now().units(department);
    }

    @Override
    public Optional<Centre> centre(String code) {
        return Optional.ofNullable(memory.now().centres.get(code));
    }

    @Override
    public List<Centre> centresIn(String division) {
        return memory.now().centresIn(division);
    }

    @Override
    public Optional<Window> window(String code) {
        return Optional.ofNullable(memory.now().windows.get(code));
    }

    @Override
    public List<Window> windowsOf(Unit unit) {
        return memory.now().windowsOf(unit);
    }

    @Override
    public Optional<ServicePoint> servicePoint(String code) {
        return Optional.ofNullable(memory.now().points.get(code));
    }

    @Override
    public List<ServicePoint> servicePointsIn(String division) {
        return memory.now().pointsIn(division);
    }

    @Override
    public Optional<Unit> competentUnit(String department, List<Tier> levels, String division) {
        return memory.now().competent(department, levels, division);
    }

    @Override
    public Map<Act, Text> refusals(UUID account, String unit, String item, Set<Act> acts, LocalDate day) {
        Set<Act> refused = EnumSet.copyOf(acts);
        powers.now(account, day).stream()
                .filter(power -> power.covers(unit, item))
                .forEach(power -> refused.remove(power.act()));
        if (refused.isEmpty()) {
            return Map.of();
        }
        List<Post> posts = roster.postsOf(unit);
        List<Away> absences = roster.absences(Roster.officers(posts), day);
        List<Authorisation> register =
                roster.authorisations(posts.stream().map(Post::code).toList(), item, refused);
        var why = new EnumMap<Act, Text>(Act.class);
        refused.forEach(act ->
                why.put(act, new WhyNot(account, act, day, posts, lines(register, act), absences).text()));
        return why;
    }

    private static List<Authorisation> lines(List<Authorisation> register, Act act) {
        return register.stream().filter(line -> line.act() == act).toList();
    }

    @Override
    public List<Authorised> powers(UUID account, LocalDate day, long version) {
        return powers.of(account, day, version);
    }

    @Override
    public List<Authorised> powers(UUID account, LocalDate day) {
        return powers.now(account, day);
    }

    @Override
    public List<Officer> registered(String unit, String item, Act act, LocalDate day, long version) {
        return powers.able(unit, item, act, day, version);
    }

    @Override
    public List<Officer> able(String unit, String item, Act act, LocalDate day) {
        return vacancies.serving(powers.able(unit, item, act, day, powers.version()));
    }

    @Override
    public Map<String, List<Act>> unmanned(String item, Collection<String> units, Collection<Act> acts, LocalDate day) {
        return vacancies.unmanned(item, units, acts, day);
    }

    @Override
    public List<HeldPost> myPosts(UUID account, LocalDate day) {
        return powers.posts(account, day);
    }

    @Override
    public Optional<Seat> seat(UUID account, LocalDate day) {
        Snapshot now = memory.now();
        return powers.posts(account, day).stream().findFirst().flatMap(held -> {
            Post post = held.post();
            return Optional.ofNullable(now.units.get(post.unit()))
                    .map(unit -> new Seat(
                            held,
                            unit,
                            post.centre() == null ? null : now.centres.get(post.centre()),
                            post.window() == null ? null : now.windows.get(post.window())));
        });
    }

    @Override
    public Optional<Post> post(String code) {
        return roster.post(code);
    }

    @Override
    public Map<String, Text> postNames(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : roster.postNames(codes);
    }

    @Override
    public Optional<Officer> officer(UUID account) {
        return roster.officer(account);
    }

    @Override
    public List<Authorisation> authorisations(String post) {
        return roster.authorisations(List.of(post));
    }
}
