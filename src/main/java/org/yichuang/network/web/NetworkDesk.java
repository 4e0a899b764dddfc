package org.yichuang.network.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.identity.Roles;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.DeskFrame;
import org.yichuang.shared.web.DeskLinks;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The desk's frame: where the officer sits today and as whom, and what every module lets them open. */
@Component
class NetworkDesk implements DeskFrame.Source {
    private static final Text NOWHERE = Text.of("一窗", "Yichuang");

    private final Network network;
    private final ObjectProvider<DeskLinks> links;
    private final Clock clock;

    NetworkDesk(Network network, ObjectProvider<DeskLinks> links, Clock clock) {
        this.network = network;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public DeskFrame of(Visitor visitor) {
        Optional<Seat> seat = network.seat(visitor.id(), LocalDate.ofInstant(clock.instant(), Ui.ZONE));
        return seat.map(at -> seated(at, visitor))
                .orElseGet(() -> new DeskFrame(NOWHERE, null, null, work(visitor), groups(visitor)));
    }

    private DeskFrame seated(Seat seat, Visitor visitor) {
        return new DeskFrame(
                seat.centre() == null ? seat.unit().name() : seat.centre().name(),
                seat.window() == null ? null : seat.window().label(),
                seat.held().cover().name(),
                seat.held().post().name(),
                groups(visitor));
    }

    /** What somebody without a post works as. */
    private static Text work(Visitor visitor) {
        return visitor.roles().stream().sorted().findFirst().map(Roles::name).orElse(Text.of("", ""));
    }

    /** Every module's groups in the modules' order; those of one title become one. */
    private List<DeskFrame.Group> groups(Visitor visitor) {
        Map<Text, List<DeskFrame.Link>> byTitle = new LinkedHashMap<>();
        links.orderedStream()
                .flatMap(source -> source.of(visitor).stream())
                .forEach(group -> byTitle.computeIfAbsent(group.title(), title -> new ArrayList<>())
                        .addAll(group.links()));
        return byTitle.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new DeskFrame.Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
