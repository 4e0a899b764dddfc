package org.yichuang.casework.domain;

import java.util.List;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
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
                Payload.of("way", choose.way()).map());
    }

    static void deliver(Course course, CaseAct.Deliver deliver) {
        DeliveryWay way = deliver.way() == null ? course.file().way() : deliver.way();
        deliver(course, way, deliver.note());
    }

    /** What went by post is closed when it has arrived, everything else at once. */
    static void deliver(Course course, DeliveryWay way, String note) {
        course.change(file ->
                file.with(way).with(file.ending().delivered(course.now())).with(delivered(file.steps())));
        course.go(
                ActKind.DELIVER,
                State.DELIVERED,
                Payload.of("way", way).and("note", note.isBlank() ? null : note).map(),
                course.letter(LetterKind.DELIVERY, facts(way, note), List.of()));
        if (way != DeliveryWay.POST) {
            confirm(course);
        }
    }

    private static List<Row> facts(DeliveryWay way, String note) {
        var how = new Row("送达方式", way.text().zh());
        return note.isBlank() ? List.of(how) : List.of(how, new Row("邮寄单号或签收人", note));
    }

    static void confirm(Course course) {
        course.change(file -> file.with(file.ending().closed(course.now())));
        course.go(
                ActKind.CONFIRM_RECEIPT,
                State.CLOSED,
                Payload.of("way", course.file().way()).map());
    }

    static void withdraw(Course course, CaseAct.Withdraw withdraw) {
        var result = new CaseView.Result(State.WITHDRAWN, withdraw.reason(), List.of(), course.who.name());
        end(course, result);
        course.go(
                ActKind.WITHDRAW,
                State.WITHDRAWN,
                Payload.of("reason", withdraw.reason()).map(),
                course.letter(LetterKind.WITHDRAWAL, List.of(), List.of()));
    }

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

    /** The delivery's own steps need no act of their own. */
    private static List<CaseStep> delivered(List<CaseStep> steps) {
        return Steps.skipRest(steps);
    }
}
