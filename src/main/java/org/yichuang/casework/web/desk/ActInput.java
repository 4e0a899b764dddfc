package org.yichuang.casework.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.PauseCause;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Days;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * Reads the dialogue of an act as it was sent; what was typed is kept for the page that says what is wrong.
 *
 * @param errors what cannot be read, gathered so that everything wrong is said at once
 */
public record ActInput(MultiValueMap<String, String> fields, List<Problem.FieldError> errors) {
    /** What a text that nobody has written yet looks like on a letter shown beforehand. */
    private static final String BLANK = "……";

    /** The item whose form was filled in before another was chosen, and before each name in it that was typed there. */
    static final String BEFORE = "before";

    static final String TYPED = "typed.";

    private static final Pattern DEFECT = Pattern.compile("defects\\[(\\d{1,3})]\\.(\\w+)");
    private static final List<String> WRITTEN =
            List.of("reasons", "reason", "opinion", "finding", "articles", "rightAuthority", "article", "told");

    /** What the fields are called that have to be picked or written in one way. */
    private static final Map<String, Text> LABELS = Map.of(
            "verdict", Text.of("结论", "Verdict"),
            "companion", Text.of("同去的另一人", "The second officer"),
            "denialReason", Text.of("理由", "Reason"),
            "cause", Text.of("法定原因", "Cause in law"),
            "expectedEnd", Text.of("预计到哪天", "Expected to end"),
            "amount", Text.of("延长多少", "By how much"),
            "way", Text.of("怎么送达", "Way of delivery"));

    public static Text label(String field) {
        return Objects.requireNonNull(LABELS.get(field));
    }

    ActInput(MultiValueMap<String, String> fields) {
        this(fields, new ArrayList<>());
    }

    /** The same with dots where something is still to be written, so that the letter can be shown before it is. */
    ActInput filled(ActKind kind, LocalDate today) {
        var all = new LinkedMultiValueMap<String, String>(fields);
        WRITTEN.stream()
                .filter(field -> text(field).isEmpty())
                .filter(field -> kind != ActKind.REFUSE || !field.equals("told"))
                .forEach(field -> all.set(field, BLANK));
        fields.getOrDefault("defect", List.of()).stream()
                .flatMap(target -> Stream.of("wrong." + target, "mend." + target))
                .filter(field -> text(field).isEmpty())
                .forEach(field -> all.set(field, BLANK));
        if (is("way", DeliveryWay.POST.name()) && text("note").isEmpty()) {
            all.set("note", BLANK);
        }
        if (text("expectedEnd").isEmpty()) {
            all.set("expectedEnd", today.plusDays(1).toString());
        }
        if (text("amount").isEmpty()) {
            all.set("amount", "1");
        }
        if (text("denialReason").isEmpty()) {
            all.set(
                    "denialReason",
                    DenialFiling.Reason.of(kind, false).getFirst().name());
        }
        if (text("verdict").isEmpty()) {
            all.set("verdict", Verdict.PASS.name());
        }
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
        List<String> ticked = fields.getOrDefault("defect", List.of());
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

    /** The act, or a problem that names the field. */
    CaseAct act(ActKind kind) {
        return switch (kind) {
            case ACCEPT -> new CaseAct.Accept();
            case NOTICE -> new CaseAct.Notice(defects());
            case ALLOW_NOTICE -> new CaseAct.AllowNotice(text("reason"));
            case DECLINE -> new CaseAct.Decline(denial());
            case NOT_HERE -> new CaseAct.NotHere(denial(), text("rightAuthority"));
            case NOT_NEEDED -> new CaseAct.NotNeeded(denial());
            case ON_THE_SPOT -> new CaseAct.OnTheSpot(text("reasons"), way().orElse(DeliveryWay.WINDOW));
            case FINISH_STEP ->
                new CaseAct.FinishStep(text("step"), one(Verdict.class, "verdict"), text("opinion"), companion());
            case PROPOSE_PAUSE ->
                new CaseAct.ProposePause(one(PauseCause.class, "cause"), date("expectedEnd"), text("reason"));
            case PROPOSE_EXTENSION -> new CaseAct.ProposeExtension(number("amount"), text("reason"));
            case APPROVE -> new CaseAct.Approve();
            case REJECT -> new CaseAct.Reject(text("reason"));
            case TAKE_BACK -> new CaseAct.TakeBack(text("reason"));
            case RESUME -> new CaseAct.Resume(text("finding"));
            case GRANT -> new CaseAct.Grant(text("reasons"));
            case REFUSE -> refusal();
            case DELIVER -> new CaseAct.Deliver(way().orElse(null), text("note"));
            case CONFIRM_RECEIPT -> new CaseAct.ConfirmReceipt();
            case CHOOSE_DELIVERY -> new CaseAct.ChooseDelivery(one(DeliveryWay.class, "way"));
            case WITHDRAW -> new CaseAct.Withdraw(text("reason"));
            default -> throw Problem.notFound("没有这个动作", "There is no such act");
        };
    }

    /** AL-38: its letter tells the reasons; where that is all, it is what the denial is filed with. */
    private CaseAct refusal() {
        String reasons = text("reasons");
        String told = text("told").isEmpty() ? reasons : text("told");
        var filing =
                new DenialFiling(one(DenialFiling.Reason.class, "denialReason"), String.join("；", articles()), told);
        return new CaseAct.Refuse(reasons, articles(), filing);
    }

    private List<Defect> defects() {
        var defects = new ArrayList<Defect>();
        for (String target : fields.getOrDefault("defect", List.of())) {
            String code = target.substring(target.indexOf(':') + 1);
            String wrong = text("wrong." + target);
            String mend = text("mend." + target);
            defects.add(
                    target.startsWith("material:")
                            ? new Defect(code, null, wrong, mend)
                            : new Defect(null, code, wrong, mend));
        }
        return defects;
    }

    /** What is filed with a "no", or a problem that names all that is missing. */
    DenialFiling wholeDenial() {
        DenialFiling filing = denial();
        if (filing.article().isEmpty()) {
            wrong("article", "请写明依据的条款", "Name the article it stands on");
        }
        if (filing.told().isEmpty()) {
            wrong("told", "请写明怎么告知申请人的", "Say what the applicant was told");
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return filing;
    }

    private DenialFiling denial() {
        return new DenialFiling(one(DenialFiling.Reason.class, "denialReason"), text("article"), text("told"));
    }

    private List<String> articles() {
        return Arrays.stream(text("articles").split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<DeliveryWay> way() {
        return text("way").isEmpty() ? Optional.empty() : Optional.of(one(DeliveryWay.class, "way"));
    }

    private @Nullable UUID companion() {
        try {
            return text("companion").isEmpty() ? null : UUID.fromString(text("companion"));
        } catch (IllegalArgumentException e) {
            wrong("companion", "请从名单里选同去的人", "Choose the companion from the list");
            return null;
        }
    }

    private LocalDate date(String field) {
        try {
            return Days.parse(text(field));
        } catch (DateTimeParseException e) {
            wrong(field, "请填写日期，例如 2026-10-08", "Enter a date, such as 2026-10-08");
            return LocalDate.EPOCH;
        }
    }

    private int number(String field) {
        try {
            return Integer.parseInt(text(field));
        } catch (NumberFormatException e) {
            wrong(field, "请填写整数", "Enter a whole number");
            return 0;
        }
    }

    private <E extends Enum<E>> E one(Class<E> kind, String field) {
        try {
            return Enum.valueOf(kind, text(field));
        } catch (IllegalArgumentException e) {
            wrong(field, "请选一项", "Choose one");
            return kind.getEnumConstants()[0];
        }
    }

    private void wrong(String field, String zh, String en) {
        errors.add(new Problem.FieldError(field, Text.of(zh, en), LABELS.get(field)));
    }
}
