package org.yichuang.casework.service;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Cases;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** The files that were handed in with a case, those that a correction replaced too; any other does not exist here. */
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
                cases.view(who, caseId).materials().stream().anyMatch(material -> file.equals(material.file()))
                        || replaced(who, caseId, file);
        return documents
                .read(file)
                .filter(content -> handedIn)
                .orElseThrow(() -> Problem.notFound("这件没有这份材料", "The case has no such material"));
    }

    /** Handed in once, and replaced by a correction: the record names it. */
    private boolean replaced(Visitor who, UUID caseId, UUID file) {
        return cases.timeline(who, caseId).stream()
                .map(entry -> entry.payload().get("replaced"))
                .flatMap(files -> files instanceof List<?> all ? all.stream() : Stream.empty())
                .anyMatch(one -> one instanceof Map<?, ?> was && file.toString().equals(was.get("file")));
    }
}
