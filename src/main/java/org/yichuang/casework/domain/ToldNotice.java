package org.yichuang.casework.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Defect;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/** What is wrong with a correction notice: it asks only for what may be asked for, and only once (AL-31, ONE-NOTICE). */
final class ToldNotice {
    private static final int MOST_DEFECTS = 50;

    private ToldNotice() {}

    static void wrong(Form form, @Nullable List<Defect> defects, CaseFile file, ItemVersion item) {
        if (defects == null || defects.isEmpty()) {
            form.wrong("defects", "请写明要补正什么", "Say what has to be corrected");
            return;
        }
        if (defects.size() > MOST_DEFECTS) {
            form.wrong("defects", "最多 50 条", "At most 50 points");
            return;
        }
        for (int i = 0; i < defects.size(); i++) {
            var one = new Form();
            defect(one, "defects[" + i + "]", defects.get(i), file, item);
            onlyNews(one, "defects[" + i + "]", defects.get(i), file.intake());
            Defect given = defects.get(i);
            Text about = given == null ? null : given.about(item).orElse(null);
            form.all(one.errors().stream().map(error -> error.about(about)).toList());
        }
        whole(form, defects, file, item);
    }

    /** ONE-NOTICE: what is not there and may still be asked for is said now; nothing is accepted without it. */
    private static void whole(Form form, List<Defect> defects, CaseFile file, ItemVersion item) {
        Intake intake = file.intake();
        Text unsaid = Defect.missing(item, file.answers(), file.materials()).stream()
                .filter(material -> !intake.noticeGiven() || intake.later().contains("materials." + material.code()))
                .filter(material -> defects.stream()
                        .noneMatch(defect -> defect != null && material.code().equals(defect.material())))
                .map(Material::name)
                .collect(Text.joining("、", ", "));
        if (!unsaid.zh().isEmpty()) {
            form.wrong(
                    "defects",
                    "要一次说全，还没有交、又没有写进来的材料：" + unsaid.zh(),
                    "All is said at one time: not handed in, and not named here: " + unsaid.en());
        }
    }

    /** AL-31: only what the item version lists, and asks for in this case, can be asked for. */
    private static void defect(Form form, String at, @Nullable Defect defect, CaseFile file, ItemVersion item) {
        if (defect == null) {
            form.given(at, null);
            return;
        }
        String material = defect.material();
        String field = defect.field();
        if ((material == null) == (field == null)) {
            form.wrong(at + ".material", "请指明一种材料，或表单的一项", "Name a material, or a field of the form");
        } else if (material != null && item.material(material).isEmpty()) {
            form.wrong(at + ".material", "这个事项没有这种材料，不能要求", "The item does not list this material");
        } else if (material != null && !askable(material, file, item)) {
            form.wrong(
                    at + ".material",
                    "办事指南写明这种情形不用交这种材料，不能要求",
                    "By the guide this material need not be brought here, so it cannot be asked for");
        } else if (field != null && item.form().field(field).isEmpty()) {
            form.wrong(at + ".field", "这个事项的表单没有这一项", "The item's form has no such field");
        } else if (field != null && !shown(field, file, item)) {
            form.wrong(
                    at + ".field",
                    "按填写的内容不问这一项，不能要求",
                    "It is not asked under these answers, so it cannot be asked for");
        }
        form.text(at + ".wrong", defect.wrong(), "请写明哪里不对", "Say what is wrong");
        form.text(at + ".mend", defect.mend(), "请写明怎么改", "Say how to mend it");
    }

    private static boolean askable(String material, CaseFile file, ItemVersion item) {
        return Defect.materials(item, file.answers(), file.materials()).stream()
                .anyMatch(one -> one.code().equals(material));
    }

    private static boolean shown(String field, CaseFile file, ItemVersion item) {
        return item.form().asked(file.answers()).field(field).isPresent();
    }

    /** ONE-NOTICE: after the first notice only what came after it can be asked for. */
    private static void onlyNews(Form form, String at, @Nullable Defect defect, Intake intake) {
        if (defect == null || !intake.noticeGiven()) {
            return;
        }
        String name = defect.material() == null ? defect.field() : "materials." + defect.material();
        if (name != null && !intake.later().contains(name)) {
            form.wrong(
                    at + (defect.material() == null ? ".field" : ".material"),
                    "应当在第一次告知时一次说明，不能再要；确有必要，由监督人员准许",
                    "It was to be said in the one notice and cannot be asked for any more, unless a supervisor lets it"
                            + " through");
        }
    }
}
