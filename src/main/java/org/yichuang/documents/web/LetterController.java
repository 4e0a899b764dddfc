package org.yichuang.documents.web;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.LetterAccess;
import org.yichuang.documents.Letters;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A letter, for those of its case. */
@Controller
class LetterController {
    private final Letters letters;
    private final ObjectProvider<LetterAccess> access;

    LetterController(Letters letters, ObjectProvider<LetterAccess> access) {
        this.letters = letters;
        this.access = access;
    }

    /** One answer for "none" and "not yours": a stranger learns nothing from it. */
    @GetMapping("/letters/{id}.pdf")
    @Access(Role.SIGNED_IN)
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Visitor visitor) {
        return letters.find(id)
                .filter(letter -> mayRead(visitor, letter.caseId()))
                .flatMap(letter -> letters.pdf(id))
                .map(FileAnswer::shown)
                .orElseThrow(LetterController::none);
    }

    private boolean mayRead(Visitor visitor, UUID caseId) {
        LetterAccess rule = access.getIfAvailable();
        return rule != null && rule.mayRead(visitor, caseId);
    }

    private static Problem none() {
        return Problem.notFound("没有这份文书", "There is no such letter");
    }
}
