package org.yichuang.network.cover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.journal.Actor;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.store.Roster;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** An officer says when they are away, sees who else is, and takes back what did not come to pass. */
@Service
@Transactional
public class Covering {
    private final Network network;
    private final Absences absences;
    private final Roster roster;
    private final Clock clock;

    Covering(Network network, Absences absences, Roster roster, Clock clock) {
        this.network = network;
        this.absences = absences;
        this.roster = roster;
        this.clock = clock;
    }

    /** The visitor as an officer; empty for an account that the network's register does not have. */
    @Transactional(readOnly = true)
    public Optional<Officer> officer(Visitor visitor) {
        return network.officer(visitor.id());
    }

    /** The visitor's posts today, each with its A and B. */
    @Transactional(readOnly = true)
    public List<HeldPost> posts(Visitor visitor) {
        return network.myPosts(visitor.id(), today());
    }

    /** Own and colleagues' absences that last until this day or later, in order. */
    @Transactional(readOnly = true)
    public List<SeenAway> seen(Visitor visitor, LocalDate from) {
        return officer(visitor).map(me -> seen(me, from)).orElse(List.of());
    }

    private List<SeenAway> seen(Officer me, LocalDate from) {
        Map<String, Officer> known =
                roster.colleagues(me).stream().collect(Collectors.toMap(Officer::code, Function.identity()));
        return roster.absences(known.keySet(), from).stream()
                .map(away -> SeenAway.of(away, Objects.requireNonNull(known.get(away.officer())), me))
                .sorted(Comparator.comparing(SeenAway::place))
                .toList();
    }

    /**
     * The visitor is away on these days.
     *
     * @throws Problem as {@link Absences#record}; 422 when the first day has passed: what was done that day was done by
     *     who held the post then
     */
    public SeenAway report(Visitor visitor, LocalDate from, LocalDate to, String reason) {
        Officer me = me(visitor);
        if (from.isBefore(today())) {
            throw Problem.invalid("from", "外出从今天或以后开始", "An absence begins today or later");
        }
        Away away = absences.record(Actor.of(visitor.id()), me.code(), from, to, reason);
        return SeenAway.of(away, me, me);
    }

    /** The visitor is back, or does not go. The day from which they hold their posts again. */
    public LocalDate cancel(Visitor visitor, UUID away) {
        Officer me = me(visitor);
        Away mine = roster.away(away).orElseThrow(() -> Problem.notFound("没有这条外出登记", "There is no such absence"));
        if (!mine.officer().equals(me.code())) {
            throw Problem.forbidden("只能取消自己的外出", "Only one's own absence can be taken back");
        }
        absences.end(Actor.of(visitor.id()), away, today());
        return today();
    }

    private Officer me(Visitor visitor) {
        return officer(visitor)
                .orElseThrow(() -> Problem.forbidden("您的账号不在人员名册里", "Your account is not in the register of officers"));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }
}
