package org.yichuang.casework.web.applicant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Centre;
import org.yichuang.network.Network;
import org.yichuang.network.Window;
import org.yichuang.shared.Text;

/**
 * Where what a unit decides is handed over: at its windows.
 *
 * @param windows its own in the centre; empty where every window of the centre does its work
 */
public record Pickup(Centre centre, Text windows) {

    public Text place() {
        return Text.of(
                centre.name().zh() + (windows.zh().isEmpty() ? "" : " " + windows.zh()),
                centre.name().en() + (windows.en().isEmpty() ? "" : ", " + windows.en()));
    }

    /** Finds it in the network. */
    @Component
    static class Finder {
        private final Network network;

        Finder(Network network) {
            this.network = network;
        }

        /** Null where the network knows no window for the unit. */
        @Nullable
        Pickup of(String code) {
            List<Window> windows = network.unit(code).map(network::windowsOf).orElse(List.of());
            return windows.stream()
                    .findFirst()
                    .flatMap(first -> network.centre(first.centre()))
                    .map(centre -> new Pickup(
                            centre,
                            Window.labels(windows.stream()
                                            .filter(window -> window.unit() != null
                                                    && window.centre().equals(centre.code()))
                                            .toList())
                                    .stream()
                                    .collect(Text.joining("，", "; "))))
                    .orElse(null);
        }
    }
}
