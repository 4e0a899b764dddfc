package org.yichuang.casework.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;

/** What is wrong with what a correction on the spot or a supplement changes: answers and materials of the application. */
final class ToldChanges {
    private ToldChanges() {}

    static void wrong(
            Form form,
            CaseFile file,
            Setting at,
            @Nullable Map<String, Object> answers,
            @Nullable List<SubmittedMaterial> materials) {
        form.given("answers", answers).given("materials", materials);
        if (answers == null || materials == null) {
            return;
        }
        ItemVersion item = at.item();
        var merged = new LinkedHashMap<>(Applications.merged(file.answers(), answers));
        if (materials.isEmpty()
                && !noticed(file, answers)
                && Applications.counting(item, merged).equals(Applications.counting(item, file.answers()))) {
            form.wrong("materials", "没有改动：请补交材料或改正填写的内容", "Nothing is changed: hand in a material or mend an answer");
        }
        // a name that the form does not have is told, also with nothing under it
        answers.keySet().stream()
                .filter(key -> item.form().field(key).isEmpty())
                .forEach(key -> merged.putIfAbsent(key, ""));
        form.all(item.form().check(merged, at.today()));
        form.all(Completeness.unlisted(item, materials));
        if (at.elsewhere()) {
            elsewhere(form, item);
        }
    }

    static void supplement(
            Form form,
            CaseFile file,
            Who who,
            Setting at,
            @Nullable Map<String, Object> answers,
            @Nullable List<SubmittedMaterial> materials) {
        wrong(form, file, at, answers, materials);
        if (answers == null || materials == null) {
            return;
        }
        if (Completeness.unlisted(at.item(), materials).isEmpty()) {
            missing(form, file, at.item(), answers, materials);
        }
        if (!(who instanceof Who.Officer)) { // who stands at a window may bring the rest, and is told what that is
            unanswered(form, file, at.item(), answers, materials);
        }
    }

    /** With a mended answer comes the paper that it asks for: a notice is answered all at once. */
    private static void missing(
            Form form,
            CaseFile file,
            ItemVersion item,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials) {
        List<String> mended =
                Stream.concat(named(file), answers.keySet().stream()).toList();
        List<Material> asked = item.askedBy(item.form().toMend(mended));
        List<Material> before = Defect.missing(item, file.answers(), file.materials());
        var merged = Applications.merged(file.answers(), answers);
        form.all(Defect.missing(item, merged, CaseFile.replaced(file.materials(), materials)).stream()
                .filter(asked::contains)
                .filter(material -> !before.contains(material))
                .map(Completeness::missing)
                .toList());
    }

    /** What the one notice asks for and this leaves out: there is no second answer to it. */
    private static void unanswered(
            Form form,
            CaseFile file,
            ItemVersion item,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials) {
        CaseView.Notice notice = file.intake().notice();
        if (notice == null || file.state() != State.CORRECTING || !form.errors().isEmpty()) {
            return;
        }
        Map<String, Object> merged = Applications.merged(file.answers(), answers);
        List<Material> brought = Defect.materials(item, merged, file.materials());
        for (Defect defect : notice.defects()) {
            if (defect.field() != null
                    && !answers.containsKey(defect.field())
                    && item.form().asked(merged).field(defect.field()).isPresent()) {
                form.wrong(
                        defect.field(),
                        "补正告知要的这一项没有答；没有错就照原样再答一次",
                        "The notice asks for this; where it is right as it is, answer it again as it stands");
            }
            brought.stream()
                    .filter(material -> material.code().equals(defect.material()))
                    .filter(material -> materials.stream()
                            .noneMatch(handed -> handed.material().equals(material.code())))
                    .forEach(material -> form.all(List.of(Completeness.missing(material))));
        }
    }

    /** The unit of a case does not change; what is wrong with its place already is not said twice. */
    private static void elsewhere(Form form, ItemVersion item) {
        item.form()
                .place()
                .map(Field::key)
                .filter(place ->
                        form.errors().stream().noneMatch(error -> error.field().equals(place)))
                .ifPresent(place -> form.wrong(
                        place,
                        "没有这个地方，或者那里不归办这件事的单位管；在别处的，请撤回后到那里申请",
                        "There is no such place, or it is another unit's; withdraw the case and apply there"));
    }

    /** A notice may be wrong about an answer: the applicant says so by sending it as it stands. */
    private static boolean noticed(CaseFile file, Map<String, Object> answers) {
        return file.state() == State.CORRECTING && named(file).anyMatch(answers::containsKey);
    }

    /** The fields that the notice names. */
    private static Stream<String> named(CaseFile file) {
        CaseView.Notice notice = file.intake().notice();
        return notice == null
                ? Stream.empty()
                : notice.defects().stream().map(Defect::field).filter(Objects::nonNull);
    }
}
