package org.yichuang.casework.web.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Denials;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.casework.web.applicant.Answer;
import org.yichuang.casework.web.applicant.CasePage;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.Procedure;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.shared.Text;

/**
 * What stands around everything that is done with a case on the desk.
 *
 * @param version the item as the case began with it
 * @param face null when no clock runs yet
 * @param delivery what was decided is still to be delivered; null when nothing is
 * @param answers what was answered, of the fields that count
 * @param differing the labels of those that are not what the applicant's account says
 * @param open the points of the answered notice that nothing was handed in for, and nothing changed
 * @param request what waits for approval; null where nothing does
 * @param reversal that the supervising unit took a "no" back, the last time; null where it did not
 * @param denial what its "no" waits for that the visitor may do, on a page of its own; null: nothing
 * @param line newest first
 * @param earlier what corrections replaced, oldest first (ONE-NOTICE can be proven by it)
 * @param made the letters that the last act made
 * @param off that the clock runs or stands against AL-45; null where it does not
 * @param list the work list it was opened from
 */
public record CaseFrame(
        CaseView view,
        ItemVersion version,
        @Nullable ClockFace face,
        @Nullable ClockFace delivery,
        List<Answer> answers,
        List<Text> differing,
        List<Defect> open,
        @Nullable TimelineRow request,
        @Nullable TimelineRow reversal,
        Denials.@Nullable Turn denial,
        List<TimelineRow> line,
        List<Earlier> earlier,
        List<Letters.Issued> letters,
        List<Letters.Issued> made,
        @Nullable OffTheClock off,
        FromList list) {
    public String base() {
        return "/desk/cases/" + view.id();
    }

    /** A page of the case, which keeps the list. */
    public String to(String path) {
        return list.kept(base() + path);
    }

    /** What an act is called here: what was posted is delivered once more. */
    public Text called(ActKind act) {
        return act == ActKind.DELIVER && view.state() == State.DELIVERED
                ? Text.of("再次送达", "Deliver again")
                : act.text();
    }

    public Optional<CaseStep> step(String key) {
        return view.steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The steps before the decision that found something not in order. */
    public List<CaseStep> against() {
        return view.steps().stream()
                .filter(step -> !step.kind().equals(Procedure.Kind.DECISION.name()))
                .filter(step -> step.done() != null && step.done().verdict() == Verdict.FAIL)
                .toList();
    }

    /** What is not there, of what a notice may ask for. */
    public List<Material> missing() {
        List<String> only = view.stillAskable();
        return Defect.missing(version, view.answers(), view.materials()).stream()
                .filter(material -> only.isEmpty() || only.contains("materials." + material.code()))
                .toList();
    }

    /** What the last notice is called: one after the first is not the one notice. */
    public Text notice() {
        String title = letters.stream()
                .filter(letter -> letter.kind() == LetterKind.CORRECTION_NOTICE)
                .reduce((earlier, later) -> later)
                .map(Letters.Issued::title)
                .orElse("");
        if (title.equals(LetterKind.SECOND_NOTICE.zh())) {
            return Text.of("再次告知", "The further notice");
        }
        return title.equals(LetterKind.LATER_NOTICE.zh())
                ? Text.of("补充告知", "The notice on what came later")
                : Text.of("一次性告知", "The one notice");
    }

    /** What a point of the notice is about. */
    public Text about(Defect defect) {
        return CasePage.about(version, defect);
    }
}
