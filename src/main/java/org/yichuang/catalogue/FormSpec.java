package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * The form of an item, as data: sections of questions, each question one page with its fields. Everything here is pure.
 *
 * <p>Answers are a map from field key to a string, or to a list of strings for a multiple choice; numbers and booleans
 * of a JSON body are taken as their text.
 */
public record FormSpec(List<Section> sections) {
    public static final FormSpec NONE = new FormSpec(List.of());

    public FormSpec {
        sections = List.copyOf(sections);
    }

    /**
     * A heading of the task list.
     *
     * @param last stands after the materials (how to receive the result), not before
     */
    public record Section(
            @Schema(description = "Short name of the part") String key,

            @Schema(description = "What the applicant reads above its questions")
            Text title,

            boolean last,
            List<Question> questions) {
        public Section {
            questions = List.copyOf(questions);
        }

        public Stream<Field> fields() {
            return questions.stream().flatMap(question -> question.fields().stream());
        }
    }

    /**
     * One page: a question with one field or a few that belong together.
     *
     * @param title as it stands in the task list: 用水
     * @param ask as it is asked on the page: 店里用什么水？
     * @param hint under the question
     * @param why why it is asked, with the article
     * @param minutes how long it takes, about
     * @param when the whole question is asked only under this condition
     */
    public record Question(
            @Schema(description = "Short name of the page") String key,
            Text title,
            @Nullable Text ask,
            @Nullable Text hint,
            @Nullable Text why,
            int minutes,
            @Nullable Condition when,
            List<Field> fields) {
        public Question {
            fields = List.copyOf(fields);
        }

        private boolean visible(Map<String, ?> answers) {
            return when == null || when.holds(answers);
        }

        private Question asked(Map<String, ?> counting) {
            List<Field> shown =
                    fields.stream().filter(field -> field.visible(counting)).toList();
            return new Question(key, title, ask, hint, why, minutes, when, shown);
        }

        /** What stands over the page. */
        public Text heading() {
            return ask == null ? title : ask;
        }
    }

    /** How far a question is. */
    public enum Progress {
        NOT_STARTED,
        STARTED,
        DONE
    }

    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(Section::fields);
    }

    public Optional<Question> question(String key) {
        return questions().filter(question -> question.key().equals(key)).findFirst();
    }

    public Optional<Field> field(String key) {
        for (Section section : sections) {
            for (Question question : section.questions()) {
                for (Field field : question.fields()) {
                    if (field.key().equals(key)) {
                        return Optional.of(field);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The field that says which district, and so which unit, is competent; none where the item has one unit only. */
    public Optional<Field> place() {
        return fields().filter(field -> field.type() == FieldType.DIVISION).findFirst();
    }

    /**
     * What is shown where these fields are mended: they, and those that another answer to one of them may ask for or
     * put out of bounds, and so on. In the order of the form, in which conditions and bounds look back; what is asked
     * with its whole question carries that condition itself.
     */
    public List<Field> toMend(Collection<String> named) {
        var keys = new HashSet<>(named);
        var fields = new ArrayList<Field>();
        for (Question question : questions().toList()) {
            for (Field field : question.fields()) {
                if (keys.contains(field.key())
                        || Stream.of(on(question.when()), on(field.when()), field.atMost(), field.atLeast())
                                .anyMatch(keys::contains)) {
                    keys.add(field.key());
                    fields.add(field.askedWhen(question.when()));
                }
            }
        }
        return fields;
    }

    private static String on(@Nullable Condition when) {
        return when == null ? "" : when.field();
    }

    /** These answers as their fields write them; what no field takes stays as it is, to be refused. */
    public Map<String, Object> tidied(Map<String, ?> answers) {
        var tidy = new LinkedHashMap<String, Object>();
        answers.forEach((key, answer) -> tidy.put(
                key,
                answer instanceof String typed
                        ? field(key).map(field -> field.type().tidy(typed)).orElse(typed)
                        : answer));
        return tidy;
    }

    /** What is wrong with these answers as a whole today; empty when they can be submitted. */
    public List<Problem.FieldError> check(Map<String, ?> answers, LocalDate today) {
        return Stream.concat(unknown(answers), check(asked(answers).fields(), visible(answers), today))
                .toList();
    }

    /** What is wrong with the answers to one question; the rest of the answers only decides what is shown. */
    public List<Problem.FieldError> check(Question question, Map<String, ?> answers, LocalDate today) {
        var fields = asked(answers).question(question.key()).stream().flatMap(asked -> asked.fields().stream());
        return check(fields, visible(answers), today).toList();
    }

    private Stream<Problem.FieldError> check(Stream<Field> asked, Map<String, ?> counting, LocalDate today) {
        return asked.flatMap(field -> FieldCheck.of(this, field, counting, today).stream());
    }

    /**
     * What is wrong with answers that are only being saved: fields the form does not have, and values no answer could
     * be (too long, control characters, not text). Half an answer is welcome.
     */
    public List<Problem.FieldError> checkDraft(Map<String, ?> answers) {
        return Stream.concat(
                        unknown(answers),
                        fields().flatMap(field -> FieldCheck.storable(field, answers.get(field.key())).stream()))
                .toList();
    }

    /** The form without the questions and fields that are not asked under these answers. */
    public FormSpec asked(Map<String, ?> answers) {
        Map<String, Object> counting = visible(answers);
        return new FormSpec(sections.stream()
                .map(section -> new Section(
                        section.key(),
                        section.title(),
                        section.last(),
                        section.questions().stream()
                                .filter(question -> question.visible(counting))
                                .map(question -> question.asked(counting))
                                .toList()))
                .toList());
    }

    /** The answers that count: those of fields that are shown, in the order of the form. */
    public Map<String, Object> visible(Map<String, ?> answers) {
        Map<String, Object> counting = new LinkedHashMap<>();
        for (Question question : questions().toList()) {
            if (question.visible(counting)) {
                for (Field field : question.fields()) {
                    Object answer = answers.get(field.key());
                    if (answer != null && field.visible(counting)) {
                        counting.put(field.key(), answer);
                    }
                }
            }
        }
        return counting;
    }

    /** How far a question is that is asked under these answers. */
    public Progress progress(Question question, Map<String, ?> answers, LocalDate today) {
        Map<String, Object> counting = visible(answers);
        boolean begun = question.fields().stream()
                .anyMatch(field -> !FieldType.values(counting.get(field.key())).isEmpty());
        if (!begun) {
            return Progress.NOT_STARTED;
        }
        return check(question, counting, today).isEmpty() ? Progress.DONE : Progress.STARTED;
    }

    private Stream<Problem.FieldError> unknown(Map<String, ?> answers) {
        return answers.keySet().stream()
                .filter(key -> field(key).isEmpty())
                .map(key -> new Problem.FieldError(
                        key, Text.of("表单里没有“" + key + "”这一项", "The form has no field “" + key + "”")));
    }
}
