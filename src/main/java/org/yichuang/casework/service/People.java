package org.yichuang.casework.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.domain.Who;
import org.yichuang.casework.store.WorkQuery;
import org.yichuang.casework.store.WorkQuery.Waiting;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Authorised;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Network;
import org.yichuang.network.Post;
import org.yichuang.network.Window;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Who somebody is to a case, and whether they may see it. */
@Component
class People {
    private final Network network;
    private final Supervision supervision;
    private final Catalogue catalogue;
    private final Clock clock;

    People(Network network, Supervision supervision, Catalogue catalogue, Clock clock) {
        this.network = network;
        this.supervision = supervision;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    LocalDate today() {
        return WorkingCalendar.dayOf(clock.instant());
    }

    /** The account whose powers a read has to ask for; null for who is no officer. */
    @Nullable
    UUID officer(Visitor visitor) {
        return visitor.is(Role.OFFICER) ? visitor.account() : null;
    }

    /** As whom the visitor does this act; a problem when the case is not for them. */
    Who actor(Visitor visitor, CaseFile file, List<Power> powers, ActKind act) {
        List<Who> faces = faces(visitor, file, powers, Transitions.acts(act).contains(Power.RECEIVE));
        if (faces.isEmpty()) {
            throw notFound();
        }
        return faces.stream()
                .filter(who -> Transitions.may(act, who))
                .findFirst()
                .orElse(faces.getFirst());
    }

    /**
     * All that the visitor is to this case: none when it is not for them.
     *
     * @param receiving also by what a general window may do, which most acts have no use for
     */
    List<Who> faces(Visitor visitor, CaseFile file, List<Power> powers, boolean receiving) {
        var faces = new ArrayList<Who>();
        UUID account = visitor.account();
        if (account != null && account.equals(file.is().applicant())) {
            faces.add(new Who.Applicant(account, visitor.name()));
        }
        if (account != null && visitor.is(Role.OFFICER) && (!powers.isEmpty() || sees(account, file))) {
            faces.add(new Who.Officer(account, visitor.name(), receiving ? receiving(account, file, powers) : powers));
        }
        if (account != null && visitor.is(Role.SUPERVISOR)) {
            faces.add(supervision.of(account, visitor.name(), file, today()));
        }
        return faces;
    }

    /** What the applicant says or hands in later may be taken where it was received. */
    private List<Power> receiving(UUID officer, CaseFile file, List<Power> powers) {
        if (!file.state().open()) {
            return powers;
        }
        ItemVersion item = catalogue.version(file.is().item(), file.is().itemVersion());
        return Stream.concat(powers.stream(), receiving(officer, item, file.is().window()).stream())
                .toList();
    }

    /**
     * City-wide acceptance (policy, article 19): the general post of any window takes what the item lets every window
     * take, at first and when it was corrected; the competent unit alone accepts and decides.
     */
    Optional<Power> receiving(UUID officer, ItemVersion item, @Nullable String window) {
        if (!item.handling().cityWide() || window == null) {
            return Optional.empty();
        }
        return network.powers(officer, today()).stream()
                .filter(Authorised::general)
                .findFirst()
                .map(may -> new Power(Power.RECEIVE, may.post(), may.unit(), may.onBehalfOf()));
    }

    /** The applicant, officers of the unit or the centre where it was taken, supervisors and auditors. */
    boolean maySee(Visitor visitor, CaseFile file, List<Power> powers) {
        return visitor.is(Role.AUDITOR) || !faces(visitor, file, powers, false).isEmpty();
    }

    /** Whose cases somebody sees: supervisors and auditors all; officers those of their posts' units and centres. */
    WorkQuery.@Nullable Seen seen(Visitor visitor) {
        if (visitor.is(Role.SUPERVISOR) || visitor.is(Role.AUDITOR)) {
            return null;
        }
        UUID officer = officer(visitor);
        return officer == null ? new WorkQuery.Seen(List.of(), List.of()) : seen(officer);
    }

    /** The units of an officer's posts and the windows of their centres. */
    WorkQuery.Seen seen(UUID officer) {
        List<Post> posts =
                network.myPosts(officer, today()).stream().map(HeldPost::post).toList();
        List<String> windows = posts.stream()
                .flatMap(post -> Optional.ofNullable(post.centre()).flatMap(network::centre).stream())
                .distinct()
                .flatMap(centre -> centre.windows().stream())
                .map(Window::code)
                .toList();
        return new WorkQuery.Seen(posts.stream().map(Post::unit).distinct().toList(), windows);
    }

    /** What an officer may do today, by unit, act and item. */
    List<Waiting> powers(UUID officer) {
        return network.powers(officer, today()).stream()
                .map(People::waiting)
                .distinct()
                .toList();
    }

    /** Why an act cannot be done; to an officer whom the register stops, what exactly stops them and who may instead. */
    Text why(Result.No no, Who who, CaseFile file) {
        return why(who, file).apply(no);
    }

    /** The same for several acts; the register is asked once, when one of them needs it. */
    Function<Result.No, Text> why(Who who, CaseFile file) {
        if (!(who instanceof Who.Officer officer)) {
            return Result.No::why;
        }
        Supplier<Map<Act, Text>> register = SingletonSupplier.of(() -> network.refusals(
                officer.account(), file.is().unit(), file.is().item(), EnumSet.allOf(Act.class), today()));
        return no -> no.needed().isEmpty()
                ? no.why()
                : register.get().getOrDefault(Act.of(no.needed().getFirst()).orElseThrow(), no.why());
    }

    static Problem notFound() {
        return Problem.notFound("没有这个办件，或者您不能查看", "There is no such case, or it is not yours to see");
    }

    private boolean sees(UUID officer, CaseFile file) {
        WorkQuery.Seen seen = seen(officer);
        String window = file.is().window();
        return seen.units().contains(file.is().unit())
                || (window != null && seen.windows().contains(window));
    }

    private static Waiting waiting(Authorised may) {
        boolean all = may.item().equals(Authorisation.EVERY_ITEM);
        return new Waiting(may.unit(), may.act().key(), all ? null : List.of(may.item()));
    }
}
