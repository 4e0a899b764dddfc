package org.yichuang.casework.web.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** The dialogue of an act as it was sent, kept for the page that says what is wrong; {@link ActReader} reads the act. */
public record ActInput(MultiValueMap<String, String> fields) {
    /** What a text that nobody has written yet looks like on a letter shown beforehand. */
    private static final String BLANK = "……";

    /** The item whose form was filled in before another was chosen, and before each name in it that was typed there. */
    static final String BEFORE = "before";

    static final String TYPED = "typed.";

    private static final Pattern DEFECT = Pattern.compile("defects\\[(\\d{1,3})]\\.(\\w+)");
    private static final List<String> WRITTEN =
            List.of("reasons", "reason", "opinion", "finding", "articles", "rightAuthority", "article", "told");

    /** What the fields are called that have to be picked or written in one way. */
    static final Map<String, Text> LABELS = Map.of(
            "verdict", Text.of("结论", "Verdict"),
            "companion", Text.of("另一名工作人员", "The second officer"),
            "denialReason", Text.of("理由", "Reason"),
            "cause", Text.of("法定原因", "Cause in law"),
            "expectedEnd", Text.of("预计到哪天", "Expected to end"),
            "amount", Text.of("延长多少", "By how much"),
            "way", Text.of("怎么送达", "Way of delivery"));

    public static Text label(String field) {
        return Objects.requireNonNull(LABELS.get(field));
    }

    /** The same with dots where something is still to be written, so that the letter can be shown before it is. */
    ActInput filled(ActKind kind, LocalDate today) {
        var all = new LinkedMultiValueMap<String, String>(fields);
        WRITTEN.stream()
                .filter(field -> text(field).isEmpty())
                .filter(field -> kind != ActKind.REFUSE || !field.equals("told"))
                .forEach(field -> all.set(field, BLANK));
        defects().stream()
                .flatMap(target -> Stream.of("wrong." + target, "mend." + target))
                .filter(field -> text(field).isEmpty())
                .forEach(field -> all.set(field, BLANK));
        if (is("way", DeliveryWay.POST.name()) && text("note").isEmpty()) {
            all.set("note", BLANK);
        }
        DenialFiling.Reason reason = DenialFiling.Reason.of(kind, false).getFirst();
        Map.of(
                        "expectedEnd", today.plusDays(1).toString(),
                        "amount", "1",
                        "denialReason", reason.name(),
                        "verdict", Verdict.PASS.name())
                .forEach((field, picked) -> {
                    if (text(field).isEmpty()) {
                        all.set(field, picked);
                    }
                });
        return new ActInput(all);
    }

    /** As the dialogue first shows it: what was sent, also emptied, stays as it is. */
    ActInput begun(Map<String, String> first) {
        var all = new LinkedMultiValueMap<String, String>(fields);
        first.forEach(all::addIfAbsent);
        return new ActInput(all);
    }

    /** A notice as the dialogue first shows it, with what is not there ticked: it has to be said (ONE-NOTICE). */
    ActInput asking(List<Material> missing) {
        var all = new LinkedMultiValueMap<String, String>(fields);
        missing.stream().map(material -> "material:" + material.code()).forEach(target -> {
            all.add("defect", target);
            all.set("wrong." + target, "没有交");
            all.set("mend." + target, "请补交");
        });
        return new ActInput(all);
    }

    /** The same with this way of delivery where none was picked. */
    ActInput going(DeliveryWay way) {
        var all = new LinkedMultiValueMap<String, String>(fields);
        if (text("way").isEmpty()) {
            all.set("way", way.name());
        }
        return new ActInput(all);
    }

    /**
     * The problem with its fields called as the dialogue calls them. A refusal files the articles it names, and its reasons
     * where nothing more is told: what is wrong with them is said once.
     */
    Problem named(Problem problem) {
        boolean reasons = text("told").isEmpty()
                && problem.errors().stream().anyMatch(error -> error.field().equals("reasons"));
        boolean articles =
                problem.errors().stream().anyMatch(error -> error.field().startsWith("articles"));
        List<Problem.FieldError> named = problem.errors().stream()
                .filter(error -> !reasons || !error.field().equals("filing.told"))
                .filter(error -> !articles || !error.field().equals("filing.article"))
                .map(error -> error.at(field(error.field())))
                .toList();
        return new Problem(problem.status(), problem.slug(), problem.detail(), named);
    }

    /** {@code defects[1].wrong} stands at the second ticked line. */
    private String field(String told) {
        if (told.startsWith("articles[")) {
            return "articles";
        }
        var defect = DEFECT.matcher(told);
        List<String> ticked = defects();
        if (defect.matches() && Integer.parseInt(defect.group(1)) < ticked.size()) {
            String part = defect.group(2);
            return (part.equals("mend") ? "mend." : "wrong.") + ticked.get(Integer.parseInt(defect.group(1)));
        }
        return switch (told) {
            case "filing", "filing.reason" -> "denialReason";
            case "filing.article" -> fields.containsKey("articles") ? "articles" : "article";
            case "filing.told" -> "told";
            default -> told;
        };
    }

    /** What stands in a field, empty when nothing does. */
    public String text(String field) {
        return Optional.ofNullable(fields.getFirst(field)).orElse("").strip();
    }

    /** What is ticked as wrong: {@code material:CODE} or {@code field:KEY}. */
    public List<String> defects() {
        return fields.getOrDefault("defect", List.of());
    }

    /** What was typed into the form of the item before. */
    public Map<String, List<String>> typed() {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(TYPED))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The work list that the case was opened from. */
    public FromList list() {
        return FromList.read(text(FromList.PARAMETER));
    }

    public boolean is(String field, String value) {
        return text(field).equals(value);
    }

    /** What was scanned, and of the rest what was ticked as seen on paper. */
    List<SubmittedMaterial> withPaper(List<Material> materials, Uploads.Taken scans) {
        var handed = new ArrayList<>(scans.files());
        materials.stream()
                .filter(material -> !scans.has(material) && is("paper." + material.code(), "yes"))
                .forEach(material -> handed.add(new SubmittedMaterial(
                        material.code(), null, material.name().zh())));
        return handed;
    }
}
