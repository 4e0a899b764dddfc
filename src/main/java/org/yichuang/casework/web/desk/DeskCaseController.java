package org.yichuang.casework.web.desk;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Neighbours;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.CaseFiles;
import org.yichuang.casework.web.ExplainCsv;
import org.yichuang.casework.web.ExplainPage;
import org.yichuang.casework.web.ExplainPages;
import org.yichuang.casework.web.applicant.ApplicationPapers;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileAnswer;
import org.yichuang.documents.Letters;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.pdf.PdfRenderer;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** A case on the desk: facts and materials left; clock, acts and timeline right. */
@Controller
@Access({Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR})
class DeskCaseController {
    private final Cases cases;
    private final CaseFrames frames;
    private final CaseFiles files;
    private final Documents documents;
    private final ExplainPages explanations;
    private final ApplicationPapers papers;
    private final Letters letters;

    DeskCaseController(
            Cases cases,
            CaseFrames frames,
            CaseFiles files,
            Documents documents,
            ExplainPages explanations,
            ApplicationPapers papers,
            Letters letters) {
        this.cases = cases;
        this.frames = frames;
        this.files = files;
        this.documents = documents;
        this.explanations = explanations;
        this.papers = papers;
        this.letters = letters;
    }

    /**
     * @param show the material in the viewer, by its place in the list
     * @param done the act that led here, said once more in words
     * @param step the step that it finished
     * @param from the work list it was opened from
     */
    @GetMapping("/desk/cases/{id}")
    String view(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int show,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            Model model) {
        FromList list = FromList.read(from);
        CaseFrame frame = frames.of(visitor, id, list);
        model.addAttribute("frame", frame);
        model.addAttribute("done", ActNames.done(done, frame.step(step).orElse(null)));
        model.addAttribute("near", list.isNone() || !list.query().open() ? null : near(visitor, id, list));
        List<SubmittedMaterial> materials = frame.view().materials();
        int shown = Math.max(0, Math.min(show, materials.size() - 1));
        model.addAttribute("show", shown);
        model.addAttribute("inline", !materials.isEmpty() && inline(materials.get(shown)));
        return "casework/desk/case";
    }

    /** Null in the list of a unit that the visitor has no post of: it is somebody else's. */
    private @Nullable Neighbours near(Visitor visitor, UUID id, FromList list) {
        try {
            return cases.neighbours(
                    list.query().reader(visitor), list.query().filter(null), new Neighbours.Place(id, list.due()));
        } catch (Problem anothers) {
            return null;
        }
    }

    private boolean inline(SubmittedMaterial material) {
        return material.file() != null
                && documents.find(material.file()).filter(FileAnswer::shows).isPresent();
    }

    /** A material of the case, also one that was replaced; any other file does not exist here. */
    @GetMapping("/desk/cases/{id}/files/{file}")
    ResponseEntity<Resource> file(Visitor visitor, @PathVariable UUID id, @PathVariable UUID file) {
        return FileAnswer.shown(files.read(visitor, id, file));
    }

    /** What was answered, as a form. */
    @GetMapping("/desk/cases/{id}/application.pdf")
    ResponseEntity<byte[]> application(Visitor visitor, @PathVariable UUID id) {
        return papers.of(visitor, id);
    }

    /** All that is handed over or signed at the window, to be printed at once: the letters in force, and the application. */
    @GetMapping("/desk/cases/{id}/papers.pdf")
    ResponseEntity<byte[]> papers(Visitor visitor, @PathVariable UUID id) {
        CaseView view = cases.view(visitor, id);
        Stream<byte[]> written = letters.ofCase(id).stream()
                .filter(letter -> !letter.revoked())
                .flatMap(letter -> letters.pdf(letter.id()).stream())
                .map(StoredFile.Content::bytes);
        Stream<byte[]> filled = view.answers().isEmpty()
                ? Stream.of()
                : Stream.ofNullable(papers.of(visitor, id).getBody());
        List<byte[]> all = Stream.concat(written, filled).toList();
        if (all.isEmpty()) {
            throw Problem.notFound("没有可以打印的", "There is nothing to print");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + view.number() + ".pdf\"")
                .body(PdfRenderer.together(all));
    }

    @GetMapping("/desk/cases/{id}/explain")
    String explain(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            Model model) {
        ExplainPage page = explained(visitor, id);
        model.addAttribute("page", page);
        model.addAttribute("back", FromList.read(from).kept(page.frame().base()));
        return "casework/desk/explain";
    }

    @GetMapping("/desk/cases/{id}/explain.csv")
    ResponseEntity<byte[]> ledger(Visitor visitor, @PathVariable UUID id) {
        return ExplainCsv.of(explained(visitor, id));
    }

    private ExplainPage explained(Visitor visitor, UUID id) {
        var frame = new ExplainPage.Frame("/desk", Text.of("今日办件", "Today's cases"), "/desk/cases/" + id);
        return explanations.of(visitor, id, frame);
    }
}
