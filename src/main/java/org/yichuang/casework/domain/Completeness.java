package org.yichuang.casework.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.casework.Defect;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** Whether an application is whole. */
public final class Completeness {
    /** What an application, a draft of one, or a correction may have. */
    private static final int MOST_FILES = 100;

    private static final FieldError TOO_MANY =
            new FieldError("materials", Text.of("最多 " + MOST_FILES + " 份文件", "At most " + MOST_FILES + " files"));

    private Completeness() {}

    /**
     * Whether an application may have so many files.
     *
     * @throws Problem 422 that names {@code materials}
     */
    public static void few(int files) {
        if (files > MOST_FILES) {
            throw Problem.invalid(List.of(TOO_MANY));
        }
    }

    /** Everything that keeps an application from being submitted: answers by their key, materials by {@code materials.CODE}. */
    public static List<FieldError> check(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> materials, LocalDate today) {
        var errors = new ArrayList<>(item.form().check(answers, today));
        errors.addAll(unlisted(item, materials));
        for (Material material : Defect.missing(item, answers, materials)) {
            errors.add(missing(material));
        }
        return errors;
    }

    static FieldError missing(Material material) {
        return new FieldError(
                "materials." + material.code(),
                Text.of(
                        "还没有交：" + material.name().zh(),
                        "Not handed in yet: " + material.name().en()));
    }

    /** AL-31: what the item does not list is neither asked for nor taken. */
    public static List<FieldError> unlisted(ItemVersion item, List<SubmittedMaterial> materials) {
        var form = new Form();
        if (materials.size() > MOST_FILES) {
            form.all(List.of(TOO_MANY));
        }
        for (int i = 0; i < Math.min(materials.size(), MOST_FILES); i++) {
            SubmittedMaterial handed = materials.get(i);
            String field = "materials[" + i + "]";
            if (handed == null) {
                form.given(field, null);
                continue;
            }
            named(form, field + ".name", handed);
            if (handed.material() == null || item.material(handed.material()).isEmpty()) {
                form.wrong(field + ".material", "这个事项没有这种材料", "The item does not list this material");
            }
        }
        return form.errors();
    }

    /** It stands on the receipt and under what is looked at: the name of a file, and no way to one. */
    private static void named(Form form, String field, SubmittedMaterial handed) {
        String name = handed.name();
        if (handed.file() != null && (name == null || name.isBlank())) {
            form.wrong(field, "请写文件名", "Give the name of the file");
        } else if (handed.file() != null && (!PlainText.oneLine(name) || name.matches(".*[/\\\\].*"))) {
            form.wrong(field, "文件名里有不能用的字符", "The name has a character in it that no file's name has");
        } else {
            form.free(field, name);
        }
    }
}
