package org.yichuang.casework.web.applicant;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.service.Competence;
import org.yichuang.casework.web.Paper;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * One question of the form, on its page; or some of its fields among other things, where {@code draft} and
 * {@code place} are null.
 *
 * @param draft the draft's id
 * @param answers what was typed, or what is stored
 * @param problem what is wrong with what was typed, null when nothing is or nobody asked
 * @param seen a mark of the stored answers this page was made from
 * @param places the streets to choose from, for a field that asks where
 * @param unit the competent unit's name, null while nobody said where
 */
public record QuestionPage(
        @Nullable UUID draft,
        ItemVersion item,
        FormSpec.Section section,
        FormSpec.Question question,
        @Nullable Place place,
        Map<String, Object> answers,
        @Nullable Problem problem,
        String seen,
        @Nullable Instant savedAt,
        List<PlaceOption> places,
        @Nullable Text unit) {

    private static final List<Field.Option> YES_NO = List.of(
            new Field.Option("yes", Text.of("是", "Yes"), null, null),
            new Field.Option("no", Text.of("否", "No"), null, null));

    /** The n-th of so many tasks; the section's own number. */
    public record Place(int section, int nth, int of) {}

    /** A place to choose: a street in its district. */
    public record PlaceOption(String code, String name) {}

    /** These fields on a page that asks for more than one question: each is called by its own label. */
    public static QuestionPage among(
            ItemVersion item,
            List<Field> fields,
            Map<String, Object> answers,
            @Nullable Problem problem,
            List<PlaceOption> places) {
        var question = new FormSpec.Question("among", item.name(), null, null, null, 1, null, fields);
        var section = new FormSpec.Section("among", item.name(), false, List.of(question));
        return new QuestionPage(null, item, section, question, null, answers, problem, "", null, places, null);
    }

    public String href() {
        return "/apply/draft/" + draft + "/q/" + question.key();
    }

    /** The fields shown on this page, those that hang on another field of it left out: they stand under it. */
    public List<Field> roots() {
        return shown().filter(field -> master(field) == null).toList();
    }

    /** The fields that appear when exactly this option is picked: they stand under it. */
    public List<Field> under(Field master, String option) {
        return inline(master)
                ? List.of()
                : hanging(master)
                        .filter(field -> when(field).is().equals(List.of(option)))
                        .toList();
    }

    /** The fields that appear when one of several options is picked, together where the condition is the same. */
    public List<List<Field>> after(Field master) {
        return List.copyOf(hanging(master)
                .filter(field -> inline(master) || when(field).is().size() != 1)
                .collect(Collectors.groupingBy(
                        field -> when(field).is(), LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values());
    }

    /** Few short options need no boxes: they stand on one line. */
    public boolean inline(Field field) {
        return field.type() == FieldType.YES_NO
                || (field.type() == FieldType.CHOICE
                        && field.options().size() <= 3
                        && !first(field)
                        && field.options().stream().allMatch(option -> option.hint() == null && option.note() == null));
    }

    /** Many options with a word or two each stand side by side. */
    public boolean plain(Field field) {
        return field.options().size() > 3
                && field.options().stream()
                        .allMatch(option -> option.note() == null
                                && under(field, option.value()).isEmpty());
    }

    /** The options of a field; yes and no are options too. */
    public List<Field.Option> options(Field field) {
        return field.type() == FieldType.YES_NO ? YES_NO : field.options();
    }

    private Stream<Field> hanging(Field master) {
        return shown().filter(field -> master.equals(master(field)));
    }

    private @Nullable Field master(Field field) {
        return master(question, field.when());
    }

    /** The field of this page, with options to pick, that decides what is shown under this condition; null when none does. */
    private static @Nullable Field master(FormSpec.Question question, @Nullable Condition when) {
        return when == null
                ? null
                : question.fields().stream()
                        .filter(other -> other.key().equals(when.field()) && picks(other))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Fields that can appear while one is on this page; what other pages decide is decided already. Among the fields of
     * several questions those whose condition can still change are all shown, also where no option decides it.
     */
    private Stream<Field> shown() {
        if (place != null) {
            return shown(question, answers);
        }
        Set<String> here = question.fields().stream().map(Field::key).collect(Collectors.toSet());
        return question.fields().stream()
                .filter(field ->
                        field.visible(answers) || here.contains(when(field).field()));
    }

    static Stream<Field> shown(FormSpec.Question question, Map<String, Object> answers) {
        return question.fields().stream()
                .filter(field -> master(question, field.when()) != null || field.visible(answers));
    }

    private static Condition when(Field field) {
        return Objects.requireNonNull(field.when());
    }

    /** Whether the streets to choose from are of one district, and another may be chosen. */
    public boolean inDistricts() {
        return !places.isEmpty() && !Competence.cityAlone(item);
    }

    public String value(Field field) {
        List<String> values = FieldType.values(answers.get(field.key()));
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean picked(Field field, String option) {
        return FieldType.values(answers.get(field.key())).contains(option);
    }

    public boolean wrong(Field field) {
        return problem != null && problem.of(field.key()) != null;
    }

    /** The ids of what describes a field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String described(Field field) {
        String hint = field.hint() == null ? "" : field.key() + "-hint";
        String error = wrong(field) ? field.key() + "-error" : "";
        String both = (error + " " + hint).strip();
        return both.isEmpty() ? null : both;
    }

    /** On its own page a question that asks what its first field asks is that field's legend, and not said twice. */
    public boolean legend(Field field) {
        return first(field) && (question.ask() != null || question.title().equals(field.label()));
    }

    private boolean first(Field field) {
        return place != null && picks(field) && field.equals(question.fields().getFirst());
    }

    /**
     * Style rules that hide a field while what it hangs on is not picked, so that it appears and goes without scripts.
     * A browser that does not know {@code :has()} shows it always; the server asks for it only where it counts.
     */
    public String hiding() {
        return hiding(List.of());
    }

    /** The same for papers that stand under the answers that ask for them. */
    public String hiding(List<Paper> papers) {
        return Stream.concat(
                        question.fields().stream()
                                .map(field -> hiding(field.when(), "#w-" + field.key(), "#g-" + field.key())),
                        papers.stream()
                                .map(Paper::material)
                                .map(material -> hiding(material.when(), "#p-" + material.code())))
                .collect(Collectors.joining());
    }

    private String hiding(@Nullable Condition when, String... places) {
        Field master = master(question, when);
        boolean safe = Stream.of(places).allMatch(place -> safe(place.substring(1)));
        if (master == null || when == null || !safe || !when.is().stream().allMatch(QuestionPage::safe)) {
            return "";
        }
        String unpicked = when.is().stream()
                .map(option -> ":not(:has(#" + id(master, option) + ":checked))")
                .collect(Collectors.joining("", "#ask", " "));
        return Stream.of(places)
                .map(place -> unpicked + place)
                .collect(Collectors.joining(",", "", "{display:none}\n"));
    }

    /** The id of an option's button. */
    public static String id(Field field, String option) {
        return field.key() + "--" + option;
    }

    private static boolean picks(Field field) {
        return field.type().picks() || field.type() == FieldType.YES_NO;
    }

    private static boolean safe(String word) {
        return word.matches("[A-Za-z][A-Za-z0-9_-]*");
    }
}
