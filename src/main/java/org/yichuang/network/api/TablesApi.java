package org.yichuang.network.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.journal.Actor;
import org.yichuang.network.tables.Column;
import org.yichuang.network.tables.FileKind;
import org.yichuang.network.tables.Imported;
import org.yichuang.network.tables.SheetReader;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableExport;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** Every table of the network, whole: out as a file, and in again, all or nothing. */
@RestController
@RequestMapping(TablesApi.ADDRESS)
@Access(Role.ADMINISTRATOR)
@Tag(name = "network tables", description = "The network's tables as CSV and XLSX files")
class TablesApi {
    static final String ADDRESS = "/api/v1/network/tables";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TableExport export;
    private final TableImport imports;

    TablesApi(TableExport export, TableImport imports) {
        this.export = export;
        this.imports = imports;
    }

    record TableDto(
            @Schema(description = "As addresses have it: `service-points`")
            String name,

            @Schema(description = "What people call it") Text title,

            @Schema(description = "What stands in it, in a sentence")
            Text about,

            @Schema(description = "How many rows there are now")
            long rows,

            @Schema(description = "The first is the key") List<ColumnDto> columns) {}

    record ColumnDto(
            @Schema(description = "As the first line of a file names it")
            String name,

            @Schema(description = "What people call it") Text title,

            @Schema(description = "What a cell holds, in words")
            Text form,

            @Schema(description = "No row leaves it empty") boolean required,

            @Schema(description = "The table whose key it holds; null: of none") @Nullable
            String references,

            @Schema(description = "What a cell may be; empty: not limited")
            List<String> choices) {
        static ColumnDto of(Column column) {
            return new ColumnDto(
                    column.name(),
                    column.title(),
                    column.kind().form(),
                    column.required(),
                    column.references(),
                    List.copyOf(column.choices().keySet()));
        }
    }

    @GetMapping
    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "The tables, in an order in which each comes after those it refers to")
    List<TableDto> list() {
        return Tables.ALL.stream().map(this::described).toList();
    }

    private TableDto described(Table table) {
        return new TableDto(
                table.name(),
                table.title(),
                table.about(),
                export.count(table),
                table.columns().stream().map(ColumnDto::of).toList());
    }

    @GetMapping("/{table}")
    @Access({Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "A whole table as a file: CSV or XLSX, by format or by Accept")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> file(
            @PathVariable String table,
            @Parameter(
                            description = "Left out: as Accept says, else CSV",
                            schema = @Schema(allowableValues = {"csv", "xlsx"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        Table found = table(table);
        FileKind kind = FileKind.of(format, accept);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind.name(found))
                                .build()
                                .toString())
                .body(export.file(found, kind));
    }

    @PostMapping(
            path = "/{table}",
            consumes = {CSV, XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Import a file: all of it, or nothing and each bad row with its line and reason",
            description = "The first line names the columns; one left out stays as it is; one that every"
                    + " row needs may not be left out. Rows are known by the first column. A wrong cell is a problem's field such as `line 3: unit`. With `replace` the rows that the"
                    + " file does not have are removed; a unit, division or window of open cases and a"
                    + " department of published items are not.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
                            }))
    Imported body(
            Visitor visitor,
            @PathVariable String table,
            @RequestParam(defaultValue = "false") boolean replace,
            HttpServletRequest request)
            throws IOException {
        return take(visitor, table(table), Upload.of(request.getInputStream()), replace);
    }

    @PostMapping(path = "/{table}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import a file: all of it, or nothing and each bad row with its line and reason")
    Imported form(
            Visitor visitor,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean replace)
            throws IOException {
        return take(visitor, table(table), Upload.of(file), replace);
    }

    private Imported take(Visitor visitor, Table table, byte[] file, boolean replace) {
        return imports.sheet(Actor.of(visitor.id()), table, SheetReader.read(file), replace);
    }

    private static Table table(String name) {
        return Tables.named(name).orElseThrow(() -> Problem.notFound("没有这张表", "There is no such table"));
    }
}
