package org.yichuang.network.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yichuang.network.Authorisation;
import org.yichuang.network.HeldPost;
import org.yichuang.network.ItemNames;
import org.yichuang.network.Network;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** What an officer's posts may do, and until when: the register's lines, rule AUTHORISED. */
@Controller
@Access(Role.OFFICER)
class AuthorisationsController {
    private final Network network;
    private final ItemNames items;
    private final Clock clock;

    AuthorisationsController(Network network, ObjectProvider<ItemNames> items, Clock clock) {
        this.network = network;
        this.items = items.getIfAvailable(() -> item -> Optional.empty());
        this.clock = clock;
    }

    @GetMapping("/desk/authorisations")
    String mine(Visitor visitor, Model model) {
        model.addAttribute("posts", posts(visitor));
        model.addAttribute("items", items);
        return "network/authorisations";
    }

    @GetMapping("/desk/authorisations.csv")
    ResponseEntity<byte[]> export(Visitor visitor) {
        var csv = Csv.of("number", "post", "post_name", "cover", "acting", "item", "act", "from", "to");
        posts(visitor)
                .forEach((held, lines) -> lines.forEach(line -> csv.row(
                        line.number(),
                        line.post(),
                        held.post().name().zh(),
                        held.cover(),
                        held.acting(),
                        line.item(),
                        line.act(),
                        line.from(),
                        line.to())));
        return csv.answer("authorisations");
    }

    private Map<HeldPost, List<Authorisation>> posts(Visitor visitor) {
        Map<HeldPost, List<Authorisation>> posts = new LinkedHashMap<>();
        for (HeldPost held : network.myPosts(visitor.id(), LocalDate.ofInstant(clock.instant(), Ui.ZONE))) {
            posts.put(held, network.authorisations(held.post().code()));
        }
        return posts;
    }
}
