package org.yichuang.network.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.network.Centre;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.ServicePoint;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Csv;
import org.yichuang.shared.web.Role;

/**
 * Where people can go: from the city down to a street, the centres of each division with their hours and windows; in a
 * community its service point and the centre above it.
 */
@Controller
@Access(Role.ANYONE)
class PlacesController {
    private final Network network;

    PlacesController(Network network) {
        this.network = network;
    }

    /** @param in a division's code; empty for the whole city */
    @GetMapping("/places")
    String places(@RequestParam(defaultValue = "") String in, Model model) {
        List<Division> path = in.isEmpty() ? List.of() : network.path(in);
        if (!in.isEmpty() && path.isEmpty()) {
            throw Problem.notFound("没有这个地方", "There is no such place");
        }
        String here = path.isEmpty() ? city() : path.getLast().code();
        model.addAttribute("path", path);
        List<Centre> centres = network.centresIn(here);
        List<ServicePoint> points = network.servicePointsIn(here);
        model.addAttribute("centres", centres);
        model.addAttribute("points", points);
        model.addAttribute("next", centres.isEmpty() ? next(points, path) : null);
        model.addAttribute("inside", network.divisionsIn(here));
        return "network/places";
    }

    /** Where the matter goes from a place without a centre: to its service point's, or the nearest it lies in. */
    private @Nullable Centre next(List<ServicePoint> points, List<Division> path) {
        return Stream.concat(
                        points.stream().flatMap(point -> network.centre(point.centre()).stream()),
                        path.reversed().stream().flatMap(division -> network.centresIn(division.code()).stream()))
                .findFirst()
                .orElse(null);
    }

    private String city() {
        return network.divisionsIn("").stream().findFirst().map(Division::code).orElse("");
    }

    @GetMapping("/places/{code}")
    String centre(@PathVariable String code, Model model) {
        Centre found = known(code);
        model.addAttribute("path", network.path(found.division()));
        model.addAttribute("centres", List.of(found));
        model.addAttribute("points", List.of());
        model.addAttribute("next", null);
        model.addAttribute("inside", List.of());
        return "network/places";
    }

    @GetMapping("/places/{code}/windows.csv")
    ResponseEntity<byte[]> windows(@PathVariable String code) {
        var csv = Csv.of("code", "window", "for", "for_en");
        known(code)
                .windows()
                .forEach(window -> csv.row(
                        window.code(),
                        window.label().zh(),
                        window.name().zh(),
                        window.name().en()));
        return csv.answer("windows-" + code);
    }

    private Centre known(String code) {
        return network.centre(code).orElseThrow(() -> Problem.notFound("没有这个中心", "There is no such centre"));
    }
}
