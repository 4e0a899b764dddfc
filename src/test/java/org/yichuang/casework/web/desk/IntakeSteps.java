package org.yichuang.casework.web.desk;

import static org.yichuang.support.Forms.*;

import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Office;
import org.yichuang.catalogue.FieldType;
import org.yichuang.shared.web.Visitor;

/** What a window does with the form of an application. */
final class IntakeSteps {
    private IntakeSteps() {}

    /** The form of this item for who stands at the window. */
    static String intake(String item, Visitor applicant) {
        return "/desk/intake/" + item + "/" + applicant.id();
    }

    /** With every answer that the item asks for. */
    static void answered(Office office, String item, MultiValueMap<String, String> fields) {
        Answers.fitting(office.item(item)).forEach((key, answer) -> fields.put(key, FieldType.values(answer)));
    }

    /** With every material seen on paper. */
    static void allOnPaper(String form, MultiValueMap<String, String> fields) {
        names(form).filter(name -> name.startsWith("paper.")).forEach(name -> fields.set(name, "yes"));
    }

    static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
