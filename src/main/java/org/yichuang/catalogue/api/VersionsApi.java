package org.yichuang.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.catalogue.CatalogueImport;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.VersionState;
import org.yichuang.catalogue.document.ItemCsv;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Page;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * The administrator's items: draft → checked → published → retired. A version's content is the YAML text
 * that the pages edit. A command names the revision it was made on.
 */
@RestController
@RequestMapping(VersionsApi.ADDRESS)
@Access(Role.ADMINISTRATOR)
@Tag(name = VersionsApi.TAG, description = "Service items on their way from draft to retirement")
class VersionsApi {
    static final String ADDRESS = "/api/v1/item-versions";
    static final String TAG = "item versions";
    private static final String YAML = "application/yaml";
    private static final String CSV = "text/csv";

    private final CatalogueOffice office;
    private final CatalogueImport imports;
    private final ItemText texts;

    VersionsApi(CatalogueOffice office, CatalogueImport imports, ItemText texts) {
        this.office = office;
        this.imports = imports;
        this.texts = texts;
    }

    /** A version, what stands beside it, and what the quality rules say of it. */
    record VersionDto(
            @Schema(description = "What stands beside its content")
            VersionInfo info,

            @Schema(description = "What the quality rules find in it now; empty: nothing")
            List<Finding> findings,

            @Schema(description = "Its content") ItemVersion item) {}

    /** @param revision the one that was looked at; an older one is refused */
    record RevisionBody(
            @Schema(description = "The one that was looked at; on an older one it is refused (409)")
            int revision) {}

    /**
     * What came of a list.
     *
     * @param drafts how many were made
     */
    record ImportedDto(
            @Schema(description = "How many were made") int drafts,

            @Schema(description = "Columns that were left aside")
            List<String> unreadColumns,

            @Schema(description = "What stands in drafts as their department and is none of the city's")
            List<UnknownDepartment> unknownDepartments,

            @Schema(description = "How many name no type: they are drafted as public services")
            int withoutType) {
        static ImportedDto of(ItemCsv.Drafts drafts) {
            return new ImportedDto(
                    drafts.items().size(),
                    drafts.unreadColumns(),
                    drafts.unknownDepartments().entrySet().stream()
                            .map(unknown -> new UnknownDepartment(unknown.getKey(), unknown.getValue()))
                            .toList(),
                    drafts.withoutType());
        }
    }

    /** @param name as it was written; empty where nothing was */
    record UnknownDepartment(
            @Schema(description = "As it was written; empty: nothing was")
            String name,

            @Schema(description = "How many drafts have it") int drafts) {}

    @GetMapping
    @Operation(summary = "Versions by code, open ones too, page by page")
    Page<VersionInfo> list(
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size) {
        return office.list(state, q, after, Page.size(size));
    }

    @GetMapping("/{code}/{version}")
    @Operation(summary = "One version with what the quality rules find in it")
    VersionDto one(@PathVariable String code, @PathVariable int version) {
        ItemVersion item = office.body(code, version);
        return new VersionDto(office.info(code, version), office.findings(item), item);
    }

    @GetMapping(path = "/{code}/{version}/text", produces = YAML)
    @Operation(summary = "A version's content as the text that is edited")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> text(@PathVariable String code, @PathVariable int version) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
                .body(texts.write(office.body(code, version)).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(consumes = YAML)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin a draft: version 1 of a new item, or the next of a known one",
            description = "The elements of an item's text stand at the tag `item versions`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = YAML, schema = @Schema(type = "string"))))
    ResponseEntity<VersionInfo> draft(Visitor visitor, HttpServletRequest request) throws IOException {
        return created(office.draft(texts.read(yaml(request), "file"), by(visitor)));
    }

    @PutMapping(path = "/{code}/{version}/text", consumes = YAML)
    @Operation(
            summary = "New content for an open version; it is a draft again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = YAML, schema = @Schema(type = "string"))))
    VersionInfo edit(
            Visitor visitor,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam int revision,
            HttpServletRequest request)
            throws IOException {
        ItemVersion content = texts.read(yaml(request), "file", code);
        return office.edit(content.as(version), from1(revision), by(visitor));
    }

    @PostMapping("/{code}/{version}/revise")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a new draft with the content of this version")
    ResponseEntity<VersionInfo> revise(Visitor visitor, @PathVariable String code, @PathVariable int version) {
        return created(office.draft(office.body(code, version), by(visitor)));
    }

    @PostMapping("/{code}/{version}/check")
    @Operation(summary = "Hold a draft against the quality rules; every error is named")
    VersionInfo check(
            Visitor visitor, @PathVariable String code, @PathVariable int version, @RequestBody RevisionBody body) {
        return office.check(code, version, from1(body.revision()), by(visitor));
    }

    @PostMapping("/{code}/{version}/publish")
    @Operation(summary = "Put a checked version in force; the one before is retired")
    VersionInfo publish(
            Visitor visitor, @PathVariable String code, @PathVariable int version, @RequestBody RevisionBody body) {
        return office.publish(code, version, from1(body.revision()), by(visitor));
    }

    @PostMapping("/{code}/{version}/retire")
    @Operation(summary = "Take a version out of force; cases that began with it go on")
    VersionInfo retire(
            Visitor visitor, @PathVariable String code, @PathVariable int version, @RequestBody RevisionBody body) {
        return office.retire(code, version, from1(body.revision()), by(visitor));
    }

    @DeleteMapping("/{code}/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw an open version away")
    void discard(Visitor visitor, @PathVariable String code, @PathVariable int version, @RequestParam int revision) {
        office.discard(code, version, from1(revision), by(visitor));
    }

    @PostMapping(
            path = "/import",
            consumes = {CSV, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Make a draft of each row of a list of items, all or nothing; every bad row is named",
            description =
                    "CSV in UTF-8, at most 20,000 rows under a heading. `name` (in Chinese, up to 200 characters) and"
                            + " `item_code` (up to 100 letters, digits, _ and -, none that the catalogue has) have to be"
                            + " there; `department` (its key or its Chinese name) and `task_type` may be: a type's name"
                            + " (LICENCE) or its Chinese name, or 1 LICENCE, 5 PAYMENT, 7 CONFIRMATION, 8 REWARD, 9"
                            + " RULING, 10 OTHER_POWER, 20 PUBLIC_SERVICE; empty: PUBLIC_SERVICE. Other columns are left"
                            + " aside.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    ImportedDto load(Visitor visitor, HttpServletRequest request) throws IOException {
        return ImportedDto.of(imports.drafts(PlainFile.csv(body(request)), by(visitor)));
    }

    private static String yaml(HttpServletRequest request) throws IOException {
        return PlainFile.text(body(request));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes();
    }

    private static ResponseEntity<VersionInfo> created(VersionInfo info) {
        return ResponseEntity.created(URI.create(ADDRESS + "/" + info.code() + "/" + info.version()))
                .body(info);
    }

    private static int from1(int revision) {
        if (revision < 1) {
            throw Problem.invalid("revision", "改动次数从 1 开始", "Revisions begin with 1");
        }
        return revision;
    }

    private static Actor by(Visitor visitor) {
        return Actor.of(visitor.id());
    }
}
