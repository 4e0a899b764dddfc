package org.yichuang.casework.service;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Cases;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** The files that were handed in with a case; any other does not exist here. */
@Component
public class CaseFiles {
    private final Cases cases;
    private final Documents documents;

    CaseFiles(Cases cases, Documents documents) {
        this.cases = cases;
        this.documents = documents;
    }

    public StoredFile.Content read(Visitor who, UUID caseId, UUID file) {
        boolean handedIn =
                cases.view(who, caseId).materials().stream().anyMatch(material -> file.equals(material.file()));
        return documents
                .read(file)
                .filter(content -> handedIn)
                .orElseThrow(() -> Problem.notFound("这件没有这份材料", "The case has no such material"));
    }
}
