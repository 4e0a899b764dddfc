package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.KnownItems;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.network.store.RosterPages;
import org.yichuang.network.store.RosterPages.Register;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** Who holds which post and what it may do: for those who work for the city, not for the public. */
@RestController
@RequestMapping("/api/v1/network")
@Access({Role.OFFICER, Role.HALL_MANAGER, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
@Tag(name = "network", description = "Places, posts, officers, absences, authorisations")
class RosterApi {
    private final Network network;
    private final RosterPages pages;
    private final ObjectProvider<KnownItems> items;

    RosterApi(Network network, RosterPages pages, ObjectProvider<KnownItems> items) {
        this.network = network;
        this.pages = pages;
        this.items = items;
    }

    @GetMapping("/posts")
    @Operation(summary = "Posts by code, with their officers A and B")
    Page<Post> posts(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return pages.posts(unit(unit), cursor(RosterPages.POSTS, after), Page.size(size));
    }

    @GetMapping("/posts/{code}")
    @Operation(summary = "A post with its officers A and B")
    Post post(@PathVariable String code) {
        return Optional.ofNullable(Asked.word("code", code))
                .flatMap(network::post)
                .orElseThrow(() -> Problem.notFound("没有这个岗位", "There is no such post"));
    }

    @GetMapping("/officers")
    @Operation(summary = "Who holds posts, by number")
    Page<Officer> officers(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return pages.officers(unit(unit), cursor(RosterPages.OFFICERS, after), Page.size(size));
    }

    @GetMapping("/authorisations")
    @Operation(summary = "The authorisation register by number; on: only the lines in force on that day")
    Page<Authorisation> authorisations(
            @RequestParam(required = false) @Nullable String post,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable Act act,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        var asked = new Register(
                Asked.known("post", post, code -> network.post(code).isPresent()),
                unit(unit),
                Asked.word("item", item),
                act == null ? null : act.key(),
                Asked.day("on", on));
        Page<Authorisation> lines =
                pages.authorisations(asked, cursor(RosterPages.AUTHORISATIONS, after), Page.size(size));
        if (lines.items().isEmpty()) {
            // a line keeps the code of an item that is no more
            Problem.ifUnknown("item", asked.item(), this::inCatalogue);
        }
        return lines;
    }

    private boolean inCatalogue(String item) {
        return item.equals(Authorisation.EVERY_ITEM)
                || items.getObject().departments(List.of(item)).containsKey(item);
    }

    private @Nullable String unit(@Nullable String unit) {
        return Asked.known("unit", unit, code -> network.unit(code).isPresent());
    }

    private static @Nullable String cursor(String list, @Nullable String after) {
        return Asked.word("after", Page.decode(list, after));
    }
}
