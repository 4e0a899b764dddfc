package org.yichuang.casework.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/** How a case comes to its end. */
final class DeliveryActs {
    private DeliveryActs() {}

    static void choose(Course course, CaseAct.ChooseDelivery choose) {
        course.change(file -> file.with(choose.way()));
        course.go(
                ActKind.CHOOSE_DELIVERY,
                course.file().state(),
                Payload.of("way", choose.way()).and("channel", course.channel()).map());
    }

    static void deliver(Course course, CaseAct.Deliver deliver) {
        DeliveryWay way = deliver.way() == null ? course.file().way() : deliver.way();
        deliver(course, way, deliver.note(), deliver.reason());
    }

    /**
     * What goes by post is delivered, with its proof, and closed when it has arrived; everything else at once. The delivery's
     * own steps need no act of their own. A parcel that did not arrive is followed by another delivery; the law's time was
     * kept, or not, by the first.
     */
    static void deliver(Course course, DeliveryWay way, String note, @Nullable String reason) {
        String sent = note.isBlank() ? null : note;
        boolean again = course.file().state() == State.DELIVERED;
        course.change(file -> file.with(way)
                .with(file.ending().delivered(course.now(), sent, chosen(file, way)))
                .with(Steps.skipRest(file.steps())));
        Map<String, Object> payload = Payload.of("way", way)
                .and("note", sent)
                .and("again", again ? true : null)
                .and("reason", reason == null || reason.isBlank() ? null : reason)
                .map();
        if (way == DeliveryWay.POST) {
            course.go(ActKind.DELIVER, State.DELIVERED, payload);
        } else {
            course.go(ActKind.DELIVER, State.DELIVERED, payload, proof(course));
            close(course);
        }
    }

    /** The way that the applicant had chosen, where this is another. */
    private static @Nullable DeliveryWay chosen(CaseFile file, DeliveryWay way) {
        DeliveryWay before = file.ending().chosen();
        DeliveryWay wished = before == null ? file.way() : before;
        return wished == way ? null : wished;
    }

    /** By who received it: the proof of what went by post is of this day. */
    static void confirm(Course course) {
        close(course, proof(course));
    }

    private static Letter proof(Course course) {
        DeliveryWay way = course.file().way();
        String sent = course.file().ending().sent();
        var rows = new ArrayList<Row>();
        rows.add(new Row("送达方式", way.text().zh()));
        if (sent != null) {
            rows.add(new Row(way == DeliveryWay.POST ? "邮寄单号" : "签收人", sent));
        }
        rows.add(new Row("送达时间", Wording.day(course.now())));
        if (way == DeliveryWay.WINDOW) {
            rows.add(new Row("受送达人签名", ""));
            rows.add(new Row("送达人签名", ""));
        }
        return course.letter(LetterKind.DELIVERY, rows, List.of());
    }

    private static void close(Course course, Letter... letters) {
        course.change(file -> file.with(file.ending().closed(course.now())));
        course.go(
                ActKind.CONFIRM_RECEIPT,
                State.CLOSED,
                Payload.of("way", course.file().way()).map(),
                letters);
    }

    /** What is delivered has to reach the applicant: in an account that they can open, or where the post finds them. */
    static void reaching(Form form, CaseFile file, CaseAct act, Setting at) {
        boolean electronic = file.delivery(act) == DeliveryWay.ELECTRONIC;
        if (electronic && file.state() == State.DELIVERED) {
            form.wrong("way", "已经寄出的，再寄一次，或者由申请人到窗口领", "What was posted is sent once more, or handed over at a window");
        } else if (electronic && file.way() != DeliveryWay.ELECTRONIC && !(act instanceof CaseAct.ChooseDelivery)) {
            form.wrong(
                    "way",
                    "登记的送达方式是" + file.way().text().zh() + "：照登记的送达；申请人改选的，先把改选记下来",
                    "On record is: " + file.way().text().en().toLowerCase(Locale.ROOT)
                            + ". Deliver it so; where the applicant chooses anew, record that first");
        } else if (electronic && !at.claimed()) {
            form.wrong(
                    "way",
                    "申请人的账户还没有开通，或者已停用，电子送达收不到：请在窗口当面交付或者邮寄",
                    "The applicant's account is not claimed yet, or is disabled, and they would receive nothing there:"
                            + " hand it over at a window or post it");
        }
        if (file.delivery(act) == DeliveryWay.POST && !(act instanceof CaseAct.ChooseDelivery)) {
            posted(form, file, act instanceof CaseAct.Deliver deliver ? deliver.note() : null);
        }
    }

    /** @param note the parcel's number, and where to if the form does not say; null where the act has no note */
    private static void posted(Form form, CaseFile file, @Nullable String note) {
        boolean noted = note != null && DeliveryWay.addressed(note);
        if (!noted && DeliveryWay.address(file.answers()).isEmpty()) {
            form.wrong(
                    "way",
                    "没有填邮寄地址：请在窗口当面交付；要寄的，送达时在备注里写明寄到哪里",
                    "No postal address was given: hand it over at a window; to post it, the note of the delivery says"
                            + " where to");
        }
        if (note != null && note.isBlank()) {
            form.wrong("note", "邮寄的，请写邮寄单号", "Give the number of the parcel");
        }
    }

    static void withdraw(Course course, CaseAct.Withdraw withdraw) {
        var result = new CaseView.Result(
                State.WITHDRAWN,
                withdraw.reason(),
                List.of(),
                course.file().is().applicantName());
        String lapsed = DecisionActs.lapsed(course);
        end(course, result);
        course.go(
                ActKind.WITHDRAW,
                State.WITHDRAWN,
                Payload.of("reason", withdraw.reason())
                        .and("channel", course.channel())
                        .and(DecisionActs.LAPSED, lapsed)
                        .map(),
                course.letter(LetterKind.WITHDRAWAL, heard(course, withdraw.reason()), List.of()));
    }

    /** What an officer wrote down for the applicant at a window is the applicant's with their name under it. */
    private static List<Row> heard(Course course, String reason) {
        return course.who instanceof Who.Officer
                ? List.of(new Row("提出方式", "在窗口提出，由工作人员记录"), new Row("理由", reason), new Row("申请人签名", ""))
                : List.of();
    }

    /**
     * DENIAL-FILING does not speak of this: it names non-acceptance, refusal and "not here", and files which officer said it
     * by which post. Here nobody said no; the clock ran out on what one officer asked for. The letter names the remedies.
     */
    static void terminate(Course course) {
        String reason = "逾期没有补正。";
        end(course, new CaseView.Result(State.TERMINATED, reason, List.of(), ""));
        course.go(
                ActKind.TERMINATE,
                State.TERMINATED,
                Payload.of("reason", reason).map(),
                course.letter(LetterKind.TERMINATION, List.of(), List.of(reason)));
    }

    private static void end(Course course, CaseView.Result result) {
        course.change(file -> file.with(Ending.closed(result, course.now(), null))
                .with(Steps.skipRest(file.steps()))
                .proposing(null));
    }
}
