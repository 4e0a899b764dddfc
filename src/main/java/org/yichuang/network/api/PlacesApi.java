package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.network.Centre;
import org.yichuang.network.Department;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.ServicePoint;
import org.yichuang.network.Tier;
import org.yichuang.network.Unit;
import org.yichuang.network.store.NetworkMemory;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The city's places and authorities, for anyone. */
@RestController
@RequestMapping("/api/v1/network")
@Access(Role.ANYONE)
@Tag(name = "network", description = "Places, posts, officers, absences, authorisations")
class PlacesApi {
    private final Network network;
    private final NetworkMemory memory;

    PlacesApi(Network network, NetworkMemory memory) {
        this.network = network;
        this.memory = memory;
    }

    record TierDto(Tier tier, Text name) {}

    record DivisionDto(
            @Schema(description = "The one that was asked for")
            Division division,

            @Schema(description = "Those it lies in, the city first, and itself last")
            List<Division> path) {}

    @GetMapping("/tiers")
    @Operation(summary = "The four tiers, the city first")
    List<TierDto> tiers() {
        return Arrays.stream(Tier.values())
                .map(tier -> new TierDto(tier, tier.text()))
                .toList();
    }

    @GetMapping("/departments")
    @Operation(summary = "Lines of work that have a unit in several divisions")
    List<Department> departments() {
        return network.departments();
    }

    @GetMapping("/divisions")
    @Operation(summary = "Divisions by code; inside: only those one tier down from this one")
    Page<Division> divisions(
            @RequestParam(required = false) @Nullable String inside,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        Problem.ifUnknown("inside", inside, code -> network.division(code).isPresent());
        Stream<Division> all = inside == null || inside.isBlank()
                ? memory.now().divisions().stream()
                : network.divisionsIn(inside).stream();
        return Slice.of(
                "divisions", all.filter(one -> tier == null || one.tier() == tier), Division::code, after, size);
    }

    @GetMapping("/divisions/{code}")
    @Operation(summary = "A division, and those it lies in")
    DivisionDto division(@PathVariable String code) {
        return new DivisionDto(known(code), network.path(code));
    }

    private Division known(String code) {
        return network.division(code).orElseThrow(() -> Problem.notFound("没有这个地方", "There is no such place"));
    }

    private @Nullable String place(@Nullable String division) {
        return Asked.known("division", division, code -> network.division(code).isPresent());
    }

    @GetMapping("/units")
    @Operation(summary = "Authorities by code")
    Page<Unit> units(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        String line = Asked.known(
                "department", department, key -> network.department(key).isPresent());
        String place = place(division);
        return Slice.of(
                "units",
                memory.now().units().stream()
                        .filter(one -> line == null || one.department().equals(line))
                        .filter(one -> place == null || one.division().equals(place))
                        .filter(one -> tier == null || one.tier() == tier),
                Unit::code,
                after,
                size);
    }

    @GetMapping("/units/{code}")
    @Operation(summary = "An authority")
    Unit unit(@PathVariable String code) {
        return network.unit(code).orElseThrow(() -> Problem.notFound("没有这个单位", "There is no such unit"));
    }

    @GetMapping("/centres")
    @Operation(summary = "Centres by code, with their hours and windows")
    Page<Centre> centres(
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        String place = place(division);
        return Slice.of(
                "centres",
                memory.now().centres().stream()
                        .filter(one -> place == null || one.division().equals(place))
                        .filter(one -> tier == null || one.tier() == tier),
                Centre::code,
                after,
                size);
    }

    @GetMapping("/centres/{code}")
    @Operation(summary = "A centre with its hours and windows")
    Centre centre(@PathVariable String code) {
        return network.centre(code).orElseThrow(() -> Problem.notFound("没有这个中心", "There is no such centre"));
    }

    @GetMapping("/service-points")
    @Operation(summary = "Where villages and communities help to apply, by code")
    Page<ServicePoint> points(
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String centre,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        String place = place(division);
        String at = Asked.known("centre", centre, code -> network.centre(code).isPresent());
        return Slice.of(
                "points",
                memory.now().points().stream()
                        .filter(one -> place == null || one.division().equals(place))
                        .filter(one -> at == null || one.centre().equals(at)),
                ServicePoint::code,
                after,
                size);
    }

    @GetMapping("/service-points/{code}")
    @Operation(summary = "A service point with its hours")
    ServicePoint point(@PathVariable String code) {
        return network.servicePoint(code)
                .orElseThrow(() -> Problem.notFound("没有这个服务点", "There is no such service point"));
    }
}
