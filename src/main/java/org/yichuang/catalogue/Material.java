package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One paper an applicant has to bring, or need not bring because the government holds it (rule AL-31: nobody may be
 * asked for anything that is not listed).
 *
 * @param when asked for only under this condition of the form
 * @param note when it is needed, or what replaces it
 * @param help how to make one
 * @param sample the form filled in as an example (AL-30, 示范文本), row by row; empty for what is no form
 */
public record Material(
        @Schema(description = "What handing it in takes as `material`")
        String code,

        Text name,
        Form form,

        @Schema(description = "Null: nothing says how many") @Nullable
        Integer copies,

        @Schema(
                description = "IN_SOME_CASES: as `when` says; MAY_FOLLOW: it may come later, which nothing"
                        + " published says yet")
        Necessity necessity,

        Source source,

        @Schema(description = "The government has it: it is not handed in")
        boolean held,

        @Schema(description = "Made from the answers: it is not handed in")
        boolean filled,

        @Nullable Condition when,
        @Nullable Text note,
        @Nullable Text help,
        List<Sample> sample) {
    /** What forms that an applicant fills in are called. */
    private static final Pattern FORM = Pattern.compile("申请书|申请表|登记表|登记书|申报表|确认表|备案表|报名表");

    @SuppressWarnings("NullAway") // versions published before samples were asked for have none
    public Material {
        sample = sample == null ? List.of() : List.copyOf(sample);
    }

    /** A row of a filled-in example; the people and numbers in it are invented. */
    public record Sample(Text label, Text value) {}

    /** A form that the applicant fills in: article 30 asks for an example of it. */
    public boolean filledInByHand() {
        return source == Source.APPLICANT && FORM.matcher(name.zh()).find();
    }

    /** The same with another example. */
    public Material with(List<Sample> sample) {
        return new Material(code, name, form, copies, necessity, source, held, filled, when, note, help, sample);
    }

    /**
     * Where it is asked for, the applicant must upload or hand in something for a case to be complete. What is needed in
     * some cases is needed in those that its condition names; without a condition nobody can tell.
     */
    public boolean mustBring() {
        boolean needed = necessity == Necessity.REQUIRED || (necessity == Necessity.IN_SOME_CASES && when != null);
        return needed && brought();
    }

    /** The same whatever is answered. */
    public boolean alwaysBring() {
        return mustBring() && when == null;
    }

    /** Where it is needed, the applicant has to bring it: the government does not hold it, the system does not fill it in. */
    public boolean brought() {
        return !held && !filled;
    }

    /** Whether the answer to this field decides that it is asked for. */
    public boolean hangsOn(Field field) {
        return when != null && when.field().equals(field.key());
    }

    /** In which form it is handed in. */
    public enum Form {
        ANY("电子或纸质", "Paper or file"),
        ORIGINAL("原件", "Original"),
        COPY("复印件", "Copy"),
        ORIGINAL_AND_COPY("原件和复印件", "Original and copy"),
        ELECTRONIC("电子", "File");

        private final Text text;

        Form(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** Whether a case can be accepted without it. */
    public enum Necessity {
        REQUIRED("必要", "Required"),
        IN_SOME_CASES("部分情形需要", "In some cases"),
        MAY_FOLLOW("容缺后补", "May follow later");

        private final Text text;

        Necessity(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }

    /** Where the applicant has it from. */
    public enum Source {
        APPLICANT("自备", "Your own"),
        GOVERNMENT("政府部门核发", "Issued by the government"),
        OTHER("其他机构出具", "Issued by others");

        private final Text text;

        Source(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
