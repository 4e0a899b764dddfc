package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Who;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Division;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Network;
import org.yichuang.network.Post;

/**
 * AUTHORISED for supervisors. A case's supervising unit is any other unit, of the case's division or one around it, that
 * has a post authorised to supervise the item; nobody supervises what their own unit did.
 */
@Component
class Supervision {
    private final Network network;

    Supervision(Network network) {
        this.network = network;
    }

    Who.Supervisor of(UUID account, String name, CaseFile file, LocalDate day) {
        return new Who.Supervisor(
                account,
                name,
                over(account, day).apply(file.is().unit(), file.is().item()).orElse(null));
    }

    /** By which power this account supervises a unit's cases of an item on this day; the register is asked only once. */
    BiFunction<String, String, Optional<Power>> over(UUID account, LocalDate day) {
        List<Supervising> posts = network.myPosts(account, day).stream()
                .filter(HeldPost::acting)
                .map(held -> new Supervising(held, lines(held.post(), day)))
                .toList();
        return (unit, item) -> {
            List<String> around = around(unit);
            return posts.stream()
                    .filter(one -> one.lines().stream().anyMatch(line -> line.covers(item)))
                    .map(Supervising::held)
                    .filter(held -> over(held.post(), unit, around))
                    .findFirst()
                    .map(Supervision::power);
        };
    }

    /** @param lines of the register, that authorise the post to supervise */
    private record Supervising(HeldPost held, List<Authorisation> lines) {}

    private List<Authorisation> lines(Post post, LocalDate day) {
        return network.authorisations(post.code()).stream()
                .filter(line -> line.act() == Act.SUPERVISE && line.on(day))
                .toList();
    }

    private boolean over(Post post, String unit, List<String> around) {
        return !post.unit().equals(unit)
                && network.unit(post.unit())
                        .filter(own -> around.contains(own.division()))
                        .isPresent();
    }

    /** The unit's division and those it lies in. */
    private List<String> around(String unit) {
        return network.unit(unit)
                .map(known -> network.path(known.division()).stream()
                        .map(Division::code)
                        .toList())
                .orElse(List.of());
    }

    private static Power power(HeldPost held) {
        return new Power(Act.SUPERVISE.key(), held.post().code(), held.post().unit(), held.onBehalfOf());
    }
}
