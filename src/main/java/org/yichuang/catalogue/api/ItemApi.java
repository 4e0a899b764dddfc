package org.yichuang.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Topic;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The published catalogue for programs. */
@RestController
@RequestMapping("/api/v1")
@Access(Role.ANYONE)
@Tag(name = "items", description = "Service items: search, guides as data, versions")
class ItemApi {
    private final Catalogue catalogue;
    private final ItemRecord.Source records;

    ItemApi(Catalogue catalogue, ItemRecord.Source records) {
        this.catalogue = catalogue;
        this.records = records;
    }

    /** A version that is or was in force. */
    record PublishedVersion(
            @Schema(description = "Which version of the item, counted from 1")
            int version,

            @Schema(description = "PUBLISHED or RETIRED") VersionState state,

            @Schema(description = "When it was put in force (UTC)") @Nullable
            Instant publishedAt,

            @Schema(description = "When it was taken out of force (UTC); null: it is in force") @Nullable
            Instant retiredAt) {
        private static PublishedVersion of(VersionInfo info) {
            return new PublishedVersion(info.version(), info.state(), info.publishedAt(), info.retiredAt());
        }
    }

    @GetMapping("/items")
    @Operation(summary = "Find items: by Chinese words, pinyin, initials or English; best first")
    Page<ItemCard> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String lifeEvent,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        var query = new ItemQuery(q, audience, theme, lifeEvent, department);
        catalogue.check(query);
        return catalogue.search(query, after, Page.size(size));
    }

    @GetMapping("/items/{code}")
    @Operation(
            summary = "The version of an item that is in force: guide, form and procedure; of one that is no longer"
                    + " offered (410) the versions can still be read")
    ItemVersion item(@PathVariable String code) {
        return catalogue.inForce(code);
    }

    record ItemTimes(
            @Schema(description = "What the law gives; null: no number") @Nullable
            Limit statutory,

            @Schema(description = "Null: nothing is promised") @Nullable
            Limit promised,

            @Schema(description = "Null: nothing was decided of it yet of which it is known how long it took") @Nullable
            ItemRecord actual) {}

    @GetMapping("/items/{code}/record")
    @Operation(summary = "How long an item takes: by law, as promised, and as it was really done of late")
    ItemTimes record(@PathVariable String code) {
        ItemVersion item = catalogue.inForce(code);
        return new ItemTimes(item.statute(), item.promise(), records.of(code).orElse(null));
    }

    @GetMapping("/items/{code}/versions")
    @Operation(summary = "All versions of an item that are or were in force, newest first")
    List<PublishedVersion> versions(@PathVariable String code) {
        List<VersionInfo> versions = catalogue.versions(code);
        if (versions.isEmpty()) {
            throw Problem.notFound("没有这个事项", "There is no such item");
        }
        return versions.stream().map(PublishedVersion::of).toList();
    }

    @GetMapping("/items/{code}/versions/{version}")
    @Operation(summary = "One version of an item: what a case that began with it goes by")
    ItemVersion version(@PathVariable String code, @PathVariable int version) {
        return catalogue.version(code, version);
    }

    @GetMapping("/topics")
    @Operation(summary = "Themes and life events, with the number of items behind each")
    List<Topic> topics() {
        return Stream.of(Topic.Kind.values())
                .flatMap(kind -> catalogue.topics(kind).stream())
                .toList();
    }
}
