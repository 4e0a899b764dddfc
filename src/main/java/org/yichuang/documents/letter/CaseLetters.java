package org.yichuang.documents.letter;

import org.springframework.stereotype.Component;
import org.yichuang.journal.SubjectLetters;

/** The letters of the cases, for the journal's verifier. */
@Component
class CaseLetters implements SubjectLetters {
    private static final String PRINTS = """
        select 'case:' || l.case_id as subject, l.case_id as subject_id, l.id, l.pdf as sha256,
            c.sha256 is not null as stored
        from documents.letter l left join documents.content c on c.sha256 = l.pdf where l.pdf is not null""";

    @Override
    public String view() {
        return "documents.published_letters";
    }

    @Override
    public String prints() {
        return PRINTS;
    }
}
