package org.yichuang.casework.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.shared.Days;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Reads the act out of its dialogue, and gathers what cannot be read, so that everything wrong is said at once. */
final class ActReader {
    private final ActInput input;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    ActReader(ActInput input) {
        this.input = input;
    }

    List<Problem.FieldError> errors() {
        return errors;
    }

    /** The act, or a problem that names the field. */
    CaseAct act(ActKind kind) {
        return switch (kind) {
            case ACCEPT -> new CaseAct.Accept();
            case NOTICE -> new CaseAct.Notice(defects());
            case ALLOW_NOTICE -> new CaseAct.AllowNotice(input.text("reason"));
            case DECLINE -> new CaseAct.Decline(denial());
            case NOT_HERE -> new CaseAct.NotHere(denial(), input.text("rightAuthority"));
            case NOT_NEEDED -> new CaseAct.NotNeeded(denial());
            case ON_THE_SPOT -> new CaseAct.OnTheSpot(input.text("reasons"), way().orElse(DeliveryWay.WINDOW));
            case FINISH_STEP ->
                new CaseAct.FinishStep(
                        input.text("step"), one(Verdict.class, "verdict"), input.text("opinion"), companion());
            case PROPOSE_PAUSE ->
                new CaseAct.ProposePause(one(PauseCause.class, "cause"), date("expectedEnd"), input.text("reason"));
            case PROPOSE_EXTENSION -> new CaseAct.ProposeExtension(number("amount"), input.text("reason"));
            case APPROVE -> new CaseAct.Approve();
            case REJECT -> new CaseAct.Reject(input.text("reason"));
            case TAKE_BACK -> new CaseAct.TakeBack(input.text("reason"));
            case RESUME -> new CaseAct.Resume(input.text("finding"));
            case GRANT -> new CaseAct.Grant(input.text("reasons"));
            case REFUSE -> refusal();
            case DELIVER -> new CaseAct.Deliver(way().orElse(null), input.text("note"), input.text("reason"));
            case CONFIRM_RECEIPT -> new CaseAct.ConfirmReceipt();
            case CHOOSE_DELIVERY -> new CaseAct.ChooseDelivery(one(DeliveryWay.class, "way"));
            case WITHDRAW -> new CaseAct.Withdraw(input.text("reason"));
            default -> throw Problem.notFound("没有这个动作", "There is no such act");
        };
    }

    /** AL-38: its letter tells the reasons; where that is all, it is what the denial is filed with. */
    private CaseAct refusal() {
        String reasons = input.text("reasons");
        String told = input.text("told").isEmpty() ? reasons : input.text("told");
        var filing =
                new DenialFiling(one(DenialFiling.Reason.class, "denialReason"), String.join("；", articles()), told);
        return new CaseAct.Refuse(reasons, articles(), filing);
    }

    private List<Defect> defects() {
        var defects = new ArrayList<Defect>();
        for (String target : input.defects()) {
            String code = target.substring(target.indexOf(':') + 1);
            String wrong = input.text("wrong." + target);
            String mend = input.text("mend." + target);
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
        Problem.ifAny(errors);
        return filing;
    }

    private DenialFiling denial() {
        return new DenialFiling(
                one(DenialFiling.Reason.class, "denialReason"), input.text("article"), input.text("told"));
    }

    private List<String> articles() {
        return Arrays.stream(input.text("articles").split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Optional<DeliveryWay> way() {
        return input.text("way").isEmpty() ? Optional.empty() : Optional.of(one(DeliveryWay.class, "way"));
    }

    private @Nullable UUID companion() {
        try {
            return input.text("companion").isEmpty() ? null : UUID.fromString(input.text("companion"));
        } catch (IllegalArgumentException e) {
            wrong("companion", "请从名单里选另一名工作人员", "Choose the second officer from the list");
            return null;
        }
    }

    private LocalDate date(String field) {
        try {
            return Days.parse(input.text(field));
        } catch (DateTimeParseException e) {
            wrong(field, "请填写日期，例如 2026-10-08", "Enter a date, such as 2026-10-08");
            return LocalDate.EPOCH;
        }
    }

    private int number(String field) {
        try {
            return Integer.parseInt(input.text(field));
        } catch (NumberFormatException e) {
            wrong(field, "请填写整数", "Enter a whole number");
            return 0;
        }
    }

    private <E extends Enum<E>> E one(Class<E> kind, String field) {
        try {
            return Enum.valueOf(kind, input.text(field));
        } catch (IllegalArgumentException e) {
            wrong(field, "请选一项", "Choose one");
            return kind.getEnumConstants()[0];
        }
    }

    private void wrong(String field, String zh, String en) {
        errors.add(new Problem.FieldError(field, Text.of(zh, en), ActInput.LABELS.get(field)));
    }
}
