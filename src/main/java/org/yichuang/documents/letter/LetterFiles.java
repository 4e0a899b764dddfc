package org.yichuang.documents.letter;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.documents.LetterAccess;
import org.yichuang.documents.Letters;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** A letter's PDF, for those of its case. */
@Component
public class LetterFiles {
    private final Letters letters;
    private final LetterAccess access;

    LetterFiles(Letters letters, LetterAccess access) {
        this.letters = letters;
        this.access = access;
    }

    /** One answer for "none" and "not yours": a stranger learns nothing from it. */
    public StoredFile.Content pdf(UUID id, Visitor visitor) {
        return letters.find(id)
                .filter(letter -> access.mayRead(visitor, letter.caseId()))
                .flatMap(letter -> letters.pdf(id))
                .orElseThrow(() -> Problem.notFound("没有这份文书", "There is no such letter"));
    }
}
