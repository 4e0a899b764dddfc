package org.yichuang.casework.web.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.State;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.shared.Text;

/**
 * The dialogue of an act, as data: what the act does in law, said before it is done, and what has to be told. A new act
 * is a new line of the table below.
 *
 * @param effects what happens once it is done, everywhere and in every case
 * @param asks what the officer fills in, in this order
 * @param key the key that opens it on a case's page, empty for none
 * @param letters whether it makes one; else it only enters the record
 */
public record ActForm(List<Effect> effects, List<Ask> asks, String key, boolean letters) {

    /**
     * What an act does.
     *
     * @param article of the Licensing Law, said where that governs the item; null: it stands on none
     */
    public record Effect(Text said, @Nullable Text article) {
        Text of(boolean licence) {
            return !licence || article == null
                    ? said
                    : Text.of(said.zh() + "（" + article.zh() + "）", said.en() + " (" + article.en() + ")");
        }
    }

    /** A group of fields of the dialogue; the template draws each. */
    public enum Ask {
        REASONS,
        OPINION,
        VERDICT,
        COMPANION,
        DEFECTS,
        DENIAL,
        RIGHT_AUTHORITY,
        ARTICLES,
        PAUSE,
        EXTENSION,
        REASON,
        FINDING,
        WAY,
        NOTE,
        REMARK
    }

    private static final ActForm ISSUE = new ActForm(
            List.of(new Effect(
                    Text.of(
                            "要给的证件或文书制好了，记入办件；做好才能送达",
                            "Its making is recorded; what is granted is delivered only then"),
                    null)),
            List.of(Ask.REMARK),
            "F",
            true);
    private static final ActForm AGAIN = new ActForm(
            List.of(new Effect(
                    Text.of("再寄一次，或者由申请人到窗口领；两次送达都留在记录里", "Post it again or hand it over; both stay on record"), null)),
            List.of(Ask.WAY, Ask.NOTE, Ask.REASON),
            "V",
            true);
    /** What stays inside the authority, or is told by what follows. */
    private static final Set<ActKind> SILENT = EnumSet.of(
            ActKind.FINISH_STEP,
            ActKind.PROPOSE_PAUSE,
            ActKind.PROPOSE_EXTENSION,
            ActKind.REJECT,
            ActKind.TAKE_BACK,
            ActKind.ALLOW_NOTICE,
            ActKind.CHOOSE_DELIVERY);

    private static final Map<ActKind, ActForm> FORMS = new EnumMap<>(ActKind.class);

    static {
        form(ActKind.ACCEPT, "A").says("受理通知书发给申请人", "The acceptance letter goes to the applicant", LegalRule.AL_32);
        form(ActKind.NOTICE, "C")
                .says(
                        "只能告知一次：现在没有写的，以后不能再要；以后才交来的除外",
                        "There is one notice: what is not in it now cannot be asked for later, but for what comes later")
                .says(
                        "补正通知书发给申请人，收到补正后重新起算受理期限",
                        "The notice goes to the applicant; intake counts anew when the corrections are in")
                .asks(Ask.DEFECTS);
        form(ActKind.CORRECT, "M")
                .says(
                        "当场可以更正的，申请人可以当场更正：请核对身份，由您记录",
                        "What can be corrected on the spot the applicant may correct: check who they are, and record it",
                        LegalRule.AL_32)
                .says(
                        "更正前的内容留在记录里，当场更正确认书发给申请人",
                        "What stood there before stays on record; the applicant gets a letter that says what was"
                                + " corrected");
        form(ActKind.SUPPLEMENT, "B")
                .says(
                        "申请人到窗口补正：收件凭证发给申请人，受理期限从今天重新起算",
                        "The applicant brings the corrections: a receipt goes to them, intake counts anew from today",
                        LegalRule.AL_32);
        form(ActKind.DECLINE, "D")
                .says("不予受理决定书写明理由和救济途径", "The letter states reasons and remedies", LegalRule.AL_32)
                .asks(Ask.DENIAL);
        form(ActKind.NOT_HERE, "")
                .says("告知申请人向哪个机关申请", "The applicant is told which authority is the right one", LegalRule.AL_32)
                .says("同时否定报备", "A denial is filed at once")
                .asks(Ask.RIGHT_AUTHORITY, Ask.DENIAL);
        form(ActKind.NOT_NEEDED, "")
                .says("告知申请人依法不需要办理", "The applicant is told that nothing has to be applied for", LegalRule.AL_32)
                .asks(Ask.DENIAL);
        form(ActKind.ON_THE_SPOT, "S")
                .says("受理、决定、送达一次完成", "Accepted, decided and delivered in one act", LegalRule.AL_34)
                .says("选邮寄的，寄出时再点“送达”，记下邮寄单号", "By post, it is delivered when it is sent, with the parcel's number")
                .asks(Ask.REASONS, Ask.WAY);
        form(ActKind.FINISH_STEP, "F")
                .says("审查意见进入办件记录，不能改写", "The opinion enters the record and cannot be rewritten")
                .asks(Ask.VERDICT, Ask.OPINION, Ask.COMPANION);
        form(ActKind.PROPOSE_PAUSE, "P")
                .says(
                        "由另一人批准后停止计时，书面告知申请人所需时间",
                        "Once another person approves, the clock stops and the applicant is told for how long",
                        LegalRule.AL_45)
                .asks(Ask.PAUSE, Ask.REASON);
        form(ActKind.PROPOSE_EXTENSION, "E")
                .says(
                        "只能延长一次，由负责人批准，理由告知申请人",
                        "Once only, approved by the head; the reason is told to the applicant",
                        LegalRule.AL_42)
                .asks(Ask.EXTENSION, Ask.REASON);
        form(ActKind.APPROVE, "Y").says("批准立即生效，告知书发给申请人", "Takes effect at once; a letter goes to the applicant");
        form(ActKind.REJECT, "").says("时钟照常走", "The clock goes on").asks(Ask.REASON);
        form(ActKind.TAKE_BACK, "")
                .says("报请就此作罢，时钟照常走；以后还可以再报请", "The request ends here and the clock goes on; you may ask again later")
                .asks(Ask.REASON);
        form(ActKind.RESUME, "U")
                .says("时钟恢复，到期日重新计算", "The clock runs again; the due date is computed anew")
                .asks(Ask.FINDING);
        form(ActKind.GRANT, "G")
                .says("决定立即生效，只能依法撤销", "Takes effect at once; only the law can revoke it")
                .asks(Ask.REASONS);
        form(ActKind.REFUSE, "R")
                .says(
                        "书面说明理由，告知复议和诉讼的权利",
                        "In writing, with reasons and the rights to review and to sue",
                        LegalRule.AL_38)
                .asks(Ask.REASONS, Ask.ARTICLES, Ask.DENIAL);
        form(ActKind.DELIVER, "V")
                .says("送达后办件办结", "The case closes when it is in the applicant's hands")
                .asks(Ask.WAY, Ask.NOTE);
        form(ActKind.CONFIRM_RECEIPT, "").says("确认申请人已收到，办件办结", "The applicant has it; the case closes");
        form(ActKind.ALLOW_NOTICE, "")
                .says("准许第二次补正告知，记录在案", "Lets a second notice through; it goes on record")
                .asks(Ask.REASON);
        form(ActKind.CHOOSE_DELIVERY, "")
                .says(
                        "申请人在窗口提出，由您记录：请核对身份",
                        "The applicant asks for it at the window and you record it: check who they are")
                .says("送达前还可以再改", "It can be changed until it is delivered")
                .asks(Ask.WAY);
        form(ActKind.WITHDRAW, "")
                .says(
                        "申请人在窗口提出，由您记录：请核对身份，写下申请人的理由",
                        "The applicant asks for it at the window and you record it: check who they are, and write their"
                                + " reason")
                .says("申请人撤回后办件结束，可以重新申请", "The case ends; the applicant may apply anew")
                .asks(Ask.REASON);
    }

    /** All that it does, what is not the same everywhere first. */
    List<Text> effects(ActKind act, ActFacts facts) {
        Text first = switch (act) {
            case ACCEPT -> accepted(facts).of(facts.licence());
            case DECLINE, REFUSE -> filed(facts.review().text());
            case GRANT -> due(facts.delivery().text(), facts.granted()).of(facts.licence());
            default -> null;
        };
        boolean article = facts.licence() && !(act == ActKind.PROPOSE_EXTENSION && facts.ownExtension());
        return Stream.of(
                        Stream.ofNullable(first),
                        effects(article).stream(),
                        Stream.ofNullable(facts.made()).map(ActForm::checked))
                .flatMap(Function.identity())
                .toList();
    }

    /** What it does in every case. */
    List<Text> effects(boolean licence) {
        return effects.stream().map(effect -> effect.of(licence)).toList();
    }

    private static Effect accepted(ActFacts facts) {
        if (facts.silence()) {
            return new Effect(
                    Text.of(
                            "逾期没有答复，收到材料之日起就已经受理；承诺时限和法定时限从收到材料的次日起算",
                            "Nobody answered in time: accepted since the day the materials were received; promise and"
                                    + " statute count from the day after that"),
                    Text.of("行政许可法第三十二条、第八十二条", "Administrative Licensing Law, articles 32 and 82"));
        }
        return new Effect(
                facts.lawRuns()
                        ? Text.of(
                                "受理即日生效，承诺时限从次日起算；法定时限从收到材料起算，已经在走",
                                "Takes effect today; the promise counts from tomorrow, the statute has run since the"
                                        + " materials were received")
                        : Text.of(
                                "受理即日生效，承诺时限和法定时限从次日起算", "Takes effect today; promise and statute count from tomorrow"),
                LegalRule.AL_82.article());
    }

    private static Effect due(Text within, Text granted) {
        return new Effect(
                Text.of(granted.zh() + "须在 " + within.zh() + "内送达", "Due within " + within.en() + ": " + granted.en()),
                within.equals(LegalRule.AL_44.number().text())
                        ? LegalRule.AL_44.article()
                        : Text.of("本市的规定", "As this city sets it"));
    }

    private static Text checked(Text made) {
        return Text.of("谁都可以凭验证码核对" + made.zh(), "Anyone can check it by its code: " + made.en());
    }

    private static Text filed(Text within) {
        return Text.of(
                "先报备，后出具：否定报备随本决定一起存档，" + within.zh() + "内复核",
                "Filed before it leaves: the denial filing is reviewed within " + within.en());
    }

    /** The dialogue of an act; an act without one cannot be done from the desk. */
    static java.util.Optional<ActForm> of(ActKind act) {
        return java.util.Optional.ofNullable(FORMS.get(act));
    }

    /**
     * The dialogue of an act in this state and step: where a certificate is made there is nothing to find and no opinion to
     * give; what was sent already is delivered again for a reason.
     */
    static java.util.Optional<ActForm> of(ActKind act, State state, @Nullable CaseStep step) {
        if (act == ActKind.DELIVER && state == State.DELIVERED) {
            return java.util.Optional.of(AGAIN);
        }
        return act == ActKind.FINISH_STEP && step != null && step.makesCertificate()
                ? java.util.Optional.of(ISSUE)
                : of(act);
    }

    /** The key of an act on the case's page, or an empty string. J and K lead to the next case and back. */
    public static String keyOf(ActKind act) {
        return of(act).map(ActForm::key).orElse("");
    }

    /** Whether the desk has a dialogue for it. */
    public static boolean has(ActKind act) {
        return FORMS.containsKey(act);
    }

    /** What it asks for: the second officer only where the step takes two. */
    public List<Ask> asks(@Nullable CaseStep step) {
        return step != null && step.takesTwo()
                ? asks
                : asks.stream().filter(ask -> ask != Ask.COMPANION).toList();
    }

    private static Builder form(ActKind act, String key) {
        var builder = new Builder(new ArrayList<>(), new ArrayList<>());
        FORMS.put(act, new ActForm(builder.effects, builder.asks, key, !SILENT.contains(act)));
        return builder;
    }

    private record Builder(List<Effect> effects, List<Ask> asks) {
        Builder says(String zh, String en) {
            effects.add(new Effect(Text.of(zh, en), null));
            return this;
        }

        Builder says(String zh, String en, LegalRule rule) {
            effects.add(new Effect(Text.of(zh, en), rule.article()));
            return this;
        }

        void asks(Ask... more) {
            asks.addAll(List.of(more));
        }
    }
}
