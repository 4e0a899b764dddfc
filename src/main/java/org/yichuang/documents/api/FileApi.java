package org.yichuang.documents.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.FileUpload;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A visitor's own uploads. */
@RestController
@RequestMapping("/api/v1/files")
@Access({Role.RESIDENT, Role.COMPANY, Role.OFFICER})
class FileApi {
    private final Documents documents;

    FileApi(Documents documents) {
        this.documents = documents;
    }

    @Operation(
            summary = "Upload a file to be handed in as a material",
            description = "PDF, JPEG, PNG, WebP, DOCX, XLSX or OFD, told from the content, of at most 20 MB (413). Who"
                    + " leaves more than 500 MB unused within a day is asked to wait (429). A file that neither a"
                    + " draft nor a case holds is deleted after 30 days.")
    @Limited("More than 500 MB were uploaded within a day and not used")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StoredFile> upload(@RequestParam("file") MultipartFile file, Visitor visitor) {
        StoredFile stored = FileUpload.read(file, bytes -> documents.store(bytes, FileUpload.name(file), visitor.id()));
        return ResponseEntity.created(URI.create("/api/v1/files/" + stored.id()))
                .body(stored);
    }

    @Operation(summary = "A file that I uploaded")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, Visitor visitor) {
        documents.own(id, visitor.id());
        return FileAnswer.saved(
                documents.read(id).orElseThrow(() -> Problem.notFound("没有这个文件", "There is no such file")));
    }
}
