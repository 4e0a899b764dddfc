package org.yichuang.casework.web.applicant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Remedies;
import org.yichuang.network.Unit;
import org.yichuang.shared.Text;

/**
 * One case of the applicant's own.
 *
 * @param offered the version in force now, by which it is applied for again; null: none is
 * @param face null when no clock runs yet
 * @param line newest first
 * @param answers what was answered, in words
 * @param pickup where its decision is collected, null where the network knows no window for it
 * @param unit whose it is, null where it is not in the network any more
 * @param reopened it was denied, and goes on since that was reversed
 * @param done what the act that led here did, null when none did
 */
public record CasePage(
        CaseView view,
        ItemVersion item,
        @Nullable ItemVersion offered,
        @Nullable ClockFace face,
        List<TimelineRow> line,
        List<Letters.Issued> letters,
        List<Answer> answers,
        List<MyCase> others,
        @Nullable Unit unit,
        @Nullable Pickup pickup,
        boolean reopened,
        @Nullable Text done) {

    public Text state() {
        return view.state().text(view.reversed());
    }

    /** By when a decision that is not delivered yet has to be; null where there is none, or no such day. */
    public @Nullable Instant toCome() {
        return view.state() == State.GRANTED || view.state() == State.REFUSED
                ? view.times().deliveryDue()
                : null;
    }

    /** Granted, and there is nothing to collect or to send before the certificate is made. */
    public boolean making() {
        return view.state() == State.GRANTED && view.waitsFor().contains("issue");
    }

    public int unknownYear() {
        return view.times().unknownYear();
    }

    /** What a point of the notice is about. */
    public Text about(Defect defect) {
        return about(item, defect);
    }

    public static Text about(ItemVersion item, Defect defect) {
        return defect.about(item).orElse(Text.of("申请", "Application"));
    }

    public Text material(SubmittedMaterial handed) {
        return item.material(handed.material()).map(Material::name).orElse(Text.same(handed.material()));
    }

    /** What was granted, to be taken away. */
    public Letters.@Nullable Issued certificate() {
        return letters.stream()
                .filter(letter -> letter.kind() == LetterKind.CERTIFICATE)
                .reduce((a, b) -> b)
                .orElse(null);
    }

    /**
     * Where it was denied, or ended for want of corrections, what can be done about it (AL-38): by the item's own law, or by
     * review and suit, as its letter says; else null.
     */
    public @Nullable Text remedies() {
        State result = view.result() == null ? null : view.result().state();
        if (result != State.REFUSED && result != State.NOT_ACCEPTED && result != State.TERMINATED) {
            return null;
        }
        Text own = item.outcome().remedies(result == State.REFUSED);
        return own != null
                ? own
                : Remedies.DECISION.naming(unit == null ? null : unit.reviewBody(), unit == null ? null : unit.court());
    }

    /** It may be asked for again, online or at a window: not where nothing has to be asked for, or another authority is competent. */
    public boolean again() {
        return view.result() != null
                && switch (view.result().state()) {
                    case REFUSED, WITHDRAWN, TERMINATED -> true;
                    case NOT_ACCEPTED ->
                        letters.stream().anyMatch(letter -> letter.kind() == LetterKind.NON_ACCEPTANCE);
                    default -> false;
                };
    }
}
