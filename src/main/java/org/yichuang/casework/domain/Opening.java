package org.yichuang.casework.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.documents.LetterKind;

/** How a case begins: an application is submitted. */
public final class Opening {
    private Opening() {}

    /** @param power what an officer files by; null for the applicant */
    public static Result.Done submit(
            Particulars is,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials,
            DeliveryWay way,
            Who who,
            @Nullable Power power,
            Setting at) {
        List<SubmittedMaterial> counting = Applications.counting(at.item(), answers, materials);
        Intake intake = Intake.begun(at.now(), at);
        var draft = new CaseFile(
                is,
                State.DRAFT,
                0,
                Applications.counting(at.item(), answers),
                counting,
                intake,
                null,
                Dues.NONE,
                List.of(),
                null,
                Ending.NONE,
                way,
                Map.of());
        var course = new Course(draft, who, power, at);
        course.go(
                ActKind.SUBMIT,
                State.SUBMITTED,
                Payload.of("itemVersion", is.itemVersion())
                        .and("unit", is.unit())
                        .and("division", is.division())
                        .and("channel", is.channel())
                        .and("window", is.window())
                        .and("materials", counting.size())
                        .and("due", intake.due())
                        .map(),
                course.letter(LetterKind.RECEIPT, Wording.answered(intake), List.of()));
        return course.done();
    }

    /** Two acts as one: what both put on record. */
    public static Result.Done together(Result.Done first, Result.Done second) {
        return new Result.Done(
                second.file(),
                Stream.concat(first.facts().stream(), second.facts().stream()).toList(),
                second.power(),
                second.denial());
    }
}
