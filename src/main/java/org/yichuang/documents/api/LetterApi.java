package org.yichuang.documents.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.letter.LetterFiles;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Letters as PDF, for who may see their case. */
@RestController
@Access(Role.SIGNED_IN)
class LetterApi {
    private final LetterFiles letters;

    LetterApi(LetterFiles letters) {
        this.letters = letters;
    }

    @Operation(summary = "A letter or certificate as PDF")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/letters/{id}.pdf")
    ResponseEntity<Resource> letterPdf(@PathVariable UUID id, Visitor visitor) {
        return FileAnswer.saved(letters.pdf(id, visitor));
    }
}
