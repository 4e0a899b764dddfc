package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Power;
import org.yichuang.casework.domain.Who;
import org.yichuang.network.Act;
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
        List<String> around = around(file.is().unit());
        return network.myPosts(account, day).stream()
                .filter(HeldPost::acting)
                .filter(held -> supervises(held.post(), file, around, day))
                .findFirst()
                .map(held -> new Who.Supervisor(account, name, power(held)))
                .orElseGet(() -> new Who.Supervisor(account, name, null));
    }

    private boolean supervises(Post post, CaseFile file, List<String> around, LocalDate day) {
        boolean over = network.unit(post.unit())
                .filter(unit -> around.contains(unit.division()))
                .isPresent();
        return over
                && !post.unit().equals(file.is().unit())
                && network.authorisations(post.code()).stream()
                        .anyMatch(line -> line.act() == Act.SUPERVISE
                                && line.covers(file.is().item())
                                && line.on(day));
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
