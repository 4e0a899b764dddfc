package org.yichuang.documents.web;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.letter.LetterFiles;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A letter, for those of its case. */
@Controller
class LetterController {
    private final LetterFiles letters;

    LetterController(LetterFiles letters) {
        this.letters = letters;
    }

    @GetMapping("/letters/{id}.pdf")
    @Access(Role.SIGNED_IN)
    ResponseEntity<Resource> pdf(@PathVariable UUID id, Visitor visitor) {
        return FileAnswer.shown(letters.pdf(id, visitor));
    }
}
