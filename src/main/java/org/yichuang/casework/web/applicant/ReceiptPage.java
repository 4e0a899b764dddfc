package org.yichuang.casework.web.applicant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.State;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Outcome;
import org.yichuang.documents.Letters;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/**
 * What an applicant has in hand after submitting.
 *
 * @param letter the receipt letter, null where there is none
 */
public record ReceiptPage(CaseView view, ItemVersion item, Letters.@Nullable Issued letter) {
    /** What happens, and by when. */
    public record Step(Text what, Text when) {}

    public List<Step> next() {
        var steps = new ArrayList<Step>();
        if (view.state() == State.SUBMITTED) {
            steps.add(intake(view.times(), toAnswer()));
        }
        if (item.promised() != null) {
            boolean atOnce = item.promised().limit().onTheSpot();
            Text limit = item.promised().limit().text();
            steps.add(new Step(
                    Text.of("审查、决定", "Review and decision"),
                    atOnce
                            ? Text.of(
                                    "受理后当场" + byLaw().zh() + "，准不准都有书面文书",
                                    "on the spot" + byLaw().en() + ", in writing")
                            : Text.of(
                                    "受理后 " + limit.zh() + "内" + byLaw().zh() + "，准不准都有书面文书",
                                    "within " + limit.en() + " of acceptance" + byLaw().en() + ", in writing")));
        } else if (item.statute() != null) {
            Text limit = item.statute().text();
            steps.add(new Step(
                    Text.of("审查、决定", "Review and decision"),
                    item.fromReceipt()
                            ? Text.of(
                                    "收到材料后法定 " + limit.zh() + "内" + byLaw().zh(),
                                    "within " + limit.en() + " of the receipt of the materials, by law" + byLaw().en())
                            : Text.of("受理后法定 " + limit.zh() + "内", "within " + limit.en() + " of acceptance, by law")));
        }
        Text delivery = view.deliverWithin().text();
        steps.add(new Step(
                item.outcome().kind() == Outcome.Kind.OTHER
                        ? Text.of("送达决定", "Delivery of the decision")
                        : Text.of(
                                "送达" + item.outcome().name().zh(),
                                "Delivery: " + item.outcome().name().en()),
                Text.of(
                        "按您选的方式，决定后 " + delivery.zh() + "内",
                        "as you chose, within " + delivery.en() + " of the decision")));
        return steps;
    }

    /** Where the law counts from the receipt, its end is known before acceptance, and the promise does not move it. */
    private Text byLaw() {
        Instant end = item.fromReceipt() ? view.times().statuteDue() : null;
        if (end == null) {
            return Text.of("", "");
        }
        Text by = Days.moment(end, view.times().submittedAt());
        return Text.of("，最迟 " + by.zh() + " 前（法定）", ", by " + by.en() + " at the latest (by law)");
    }

    private Text toAnswer() {
        return Objects.requireNonNull(view.clocks().get(ClockKind.INTAKE), "begun")
                .limit()
                .text();
    }

    /** The law's own limit, where it counts from the receipt, may end before silence accepts. */
    private static Step intake(CaseView.Times times, Text limit) {
        Text what = Text.of("看材料是否齐全，答复是否受理", "We check the papers and tell you whether it is accepted");
        Instant due = times.due();
        Instant silence = times.intakeDue();
        if (due == null || silence == null) {
            return new Step(what, Text.of("收到之日起 " + limit.zh() + "内", "within " + limit.en()));
        }
        Text by = Days.moment(due, times.submittedAt());
        Text deemed = Days.moment(silence, times.submittedAt());
        return new Step(
                what,
                due.equals(silence)
                        ? Text.of(
                                by.zh() + " 前；过了没答复，就算受理", "by " + by.en() + "; no answer by then counts as acceptance")
                        : Text.of(
                                by.zh() + " 前；到 " + deemed.zh() + " 没答复，就算受理",
                                "by " + by.en() + "; no answer by " + deemed.en() + " counts as acceptance"));
    }
}
