package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.AUTHORISATION;
import static org.yichuang.jooq.network.Tables.AWAY;
import static org.yichuang.jooq.network.Tables.OFFICER;
import static org.yichuang.jooq.network.Tables.POST;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.jooq.network.tables.records.AuthorisationRecord;
import org.yichuang.jooq.network.tables.records.AwayRecord;
import org.yichuang.jooq.network.tables.records.OfficerRecord;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Away;
import org.yichuang.network.Cover;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.network.PostRole;
import org.yichuang.shared.Text;

/** Posts, officers, absences and the authorisation register, read from the database each time. */
@Component
public class Roster {
    private static final org.yichuang.jooq.network.tables.Officer A = OFFICER.as("a");
    private static final org.yichuang.jooq.network.tables.Officer B = OFFICER.as("b");

    private final DSLContext dsl;

    Roster(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<HeldPost> held(UUID account, LocalDate day) {
        List<Post> posts = posts(A.ACCOUNT.eq(account).or(B.ACCOUNT.eq(account)));
        Set<String> away = away(officers(posts), day);
        return posts.stream()
                .map(post -> held(post, account, away))
                .sorted(Comparator.comparing((HeldPost held) -> !held.acting())
                        .thenComparing(HeldPost::cover)
                        .thenComparing(held -> held.post().code()))
                .toList();
    }

    private static HeldPost held(Post post, UUID account, Set<String> away) {
        Officer a = post.a();
        boolean aAway = a != null && away.contains(a.code());
        if (a != null && account.equals(a.account())) {
            return new HeldPost(post, Cover.A, !aAway, null);
        }
        return new HeldPost(post, Cover.B, aAway, aAway && a != null ? a.account() : null);
    }

    /** The numbers of all A and B of these posts. */
    static List<String> officers(List<Post> posts) {
        return posts.stream()
                .flatMap(post -> Stream.of(post.a(), post.b()))
                .filter(Objects::nonNull)
                .map(Officer::code)
                .distinct()
                .toList();
    }

    /** Which of these officers are away on this day. */
    public Set<String> away(Collection<String> officers, LocalDate day) {
        return officers.isEmpty()
                ? Set.of()
                : new HashSet<>(dsl.selectDistinct(AWAY.OFFICER)
                        .from(AWAY)
                        .where(AWAY.OFFICER
                                .in(officers)
                                .and(AWAY.FROM_DAY.le(day))
                                .and(AWAY.TO_DAY.ge(day)))
                        .fetch(AWAY.OFFICER));
    }

    public List<Away> absences(Collection<String> officers, LocalDate from) {
        return dsl.selectFrom(AWAY)
                .where(AWAY.OFFICER.in(officers).and(AWAY.TO_DAY.ge(from)))
                .orderBy(AWAY.FROM_DAY, AWAY.OFFICER)
                .fetch(Roster::away);
    }

    public Optional<Post> post(String code) {
        return posts(POST.CODE.eq(code)).stream().findFirst();
    }

    public Map<String, Text> postNames(Collection<String> codes) {
        return dsl.select(POST.CODE, POST.NAME, POST.NAME_EN)
                .from(POST)
                .where(POST.CODE.in(codes))
                .fetchMap(Record3::value1, row -> SnapshotReader.name(row.value2(), row.value3()));
    }

    public Map<String, Text> officerNames(Collection<String> codes) {
        return dsl.select(OFFICER.CODE, OFFICER.NAME)
                .from(OFFICER)
                .where(OFFICER.CODE.in(codes))
                .fetchMap(Record2::value1, row -> Text.same(row.value2()));
    }

    public List<Post> postsOf(String unit) {
        return posts(POST.UNIT.eq(unit));
    }

    private List<Post> posts(Condition condition) {
        return posts(condition, Integer.MAX_VALUE);
    }

    List<Post> posts(Condition condition, int most) {
        return dsl.select()
                .from(POST)
                .leftJoin(A)
                .on(A.CODE.eq(POST.OFFICER_A))
                .leftJoin(B)
                .on(B.CODE.eq(POST.OFFICER_B))
                .where(condition)
                .orderBy(POST.CODE)
                .limit(most)
                .fetch(Roster::post);
    }

    private static Post post(Record row) {
        return new Post(
                row.get(POST.CODE),
                row.get(POST.UNIT),
                PostRole.of(row.get(POST.ROLE)).orElseThrow(),
                SnapshotReader.name(row.get(POST.NAME), row.get(POST.NAME_EN)),
                officer(row, A),
                officer(row, B),
                row.get(POST.CENTRE),
                row.get(POST.SERVICE_WINDOW));
    }

    private static @Nullable Officer officer(Record row, org.yichuang.jooq.network.tables.Officer which) {
        return row.get(which.CODE) == null
                ? null
                : new Officer(row.get(which.CODE), row.get(which.NAME), row.get(which.UNIT), row.get(which.ACCOUNT));
    }

    public Optional<Officer> officer(UUID account) {
        return dsl.selectFrom(OFFICER).where(OFFICER.ACCOUNT.eq(account)).fetchOptional(Roster::officer);
    }

    public Optional<Officer> officer(String code) {
        return dsl.selectFrom(OFFICER).where(OFFICER.CODE.eq(code)).fetchOptional(Roster::officer);
    }

    /** Who this officer works with: those of the same unit, and the other officer of each post; themselves too. */
    public List<Officer> colleagues(Officer of) {
        return dsl.selectFrom(OFFICER)
                .where(OFFICER.UNIT
                        .eq(of.unit())
                        .or(OFFICER.CODE.in(
                                dsl.select(POST.OFFICER_B).from(POST).where(POST.OFFICER_A.eq(of.code()))))
                        .or(OFFICER.CODE.in(
                                dsl.select(POST.OFFICER_A).from(POST).where(POST.OFFICER_B.eq(of.code())))))
                .orderBy(OFFICER.CODE)
                .fetch(Roster::officer);
    }

    public Optional<Away> away(UUID id) {
        return dsl.selectFrom(AWAY).where(AWAY.ID.eq(id)).fetchOptional(Roster::away);
    }

    public List<Authorisation> authorisations(Collection<String> posts) {
        return dsl.selectFrom(AUTHORISATION)
                .where(AUTHORISATION.POST.in(posts))
                .orderBy(AUTHORISATION.POST, AUTHORISATION.ITEM, AUTHORISATION.FROM_DAY, AUTHORISATION.NUMBER)
                .fetch(Roster::authorisation);
    }

    /** Those of them that cover an item for one of these acts, of any day. */
    List<Authorisation> authorisations(Collection<String> posts, String item, Collection<Act> acts) {
        return dsl.selectFrom(AUTHORISATION)
                .where(AUTHORISATION.POST.in(posts))
                .and(AUTHORISATION.ACT.in(acts.stream().map(Act::key).toList()))
                .and(AUTHORISATION.ITEM.in(item, Authorisation.EVERY_ITEM))
                .orderBy(AUTHORISATION.POST, AUTHORISATION.ITEM, AUTHORISATION.FROM_DAY, AUTHORISATION.NUMBER)
                .fetch(Roster::authorisation);
    }

    static Officer officer(OfficerRecord row) {
        return new Officer(row.getCode(), row.getName(), row.getUnit(), row.getAccount());
    }

    static Away away(AwayRecord row) {
        return new Away(row.getId(), row.getOfficer(), row.getFromDay(), row.getToDay(), row.getReason());
    }

    static Authorisation authorisation(AuthorisationRecord row) {
        return new Authorisation(
                row.getNumber(),
                row.getPost(),
                row.getItem(),
                Act.of(row.getAct()).orElseThrow(),
                row.getFromDay(),
                row.getToDay());
    }
}
