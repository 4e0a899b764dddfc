package org.yichuang.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.shared.Text;

/**
 * A rule that a case stands on: its id, its article and its number. AL is the Administrative Licensing Law (行政许可法,
 * text of 2019), P the city's policy on window services. Each is written down here alone; what a city makes of the
 * numbers is {@link LocalRules}.
 *
 * @param limit its number; null where it has none
 * @param extension what may be added to that, once; null: nothing
 */
@Schema(name = "Rule")
public record LegalRule(
        @Schema(description = "`AL-32`: article 32 of the Administrative Licensing Law")
        String id,

        @Schema(description = "As a letter names it") Text article,

        @JsonIgnore @Nullable Limit limit,
        @JsonIgnore @Nullable Limit extension) {
    /** Who wants a licence applies for it. Of taking the application back the law says nothing. */
    public static final LegalRule AL_29 = al("AL-29", "第二十九条", "29");
    /** What is published of an item. */
    public static final LegalRule AL_30 = al("AL-30", "第三十条", "30");
    /** Nothing may be asked for that the item version does not list. */
    public static final LegalRule AL_31 = al("AL-31", "第三十一条", "31");
    /** The five answers to an application, from its receipt, and acceptance by silence. */
    public static final LegalRule AL_32 = al("AL-32", "第三十二条", "32").within(5);

    public static final LegalRule AL_34 = al("AL-34", "第三十四条", "34");
    /** A refusal is in writing, gives reasons and names the remedies. */
    public static final LegalRule AL_38 = al("AL-38", "第三十八条", "38");
    /** To decide on a licence, from acceptance, where no law sets another limit. */
    public static final LegalRule AL_42 = al("AL-42", "第四十二条", "42").within(20).extendedBy(10);
    /** To issue and deliver, from the decision. */
    public static final LegalRule AL_44 = al("AL-44", "第四十四条", "44").within(10);
    /** What does not count: {@link PauseCause}. */
    public static final LegalRule AL_45 = al("AL-45", "第四十五条", "45");
    /** No fee but by law. */
    public static final LegalRule AL_58 = al("AL-58", "第五十八条", "58");

    public static final LegalRule AL_82 = al("AL-82", "第八十二条", "82");

    public static final LegalRule ONE_NOTICE =
            policy("ONE-NOTICE", "一次性告知", "One complete notice", "第十条、第十一条", "articles 10 and 11");
    /** Its number, that of the review, is the city's own. */
    public static final LegalRule DENIAL_FILING = policy("DENIAL-FILING", "否定报备", "Denial filing", "第十一条", "article 11")
            .within(3);

    public static final LegalRule AUTHORISED =
            policy("AUTHORISED", "授权到位", "Authorised posts", "第五条、第十一条、第十三条", "articles 5, 11 and 13");
    public static final LegalRule ON_THE_SPOT =
            policy("ON-THE-SPOT", "即办", "Decided on the spot", "第十八条", "article 18");
    /** Good practice: no article. */
    public static final LegalRule FOUR_EYES = of("FOUR-EYES", "双人负责", "Four eyes");

    public static final LegalRule PROMISE = policy("PROMISE", "服务承诺", "Service promise", "第十三条", "article 13");

    /** What an act stands on; null where it stands on none, and where that is of the Licensing Law and the item is no licence. */
    public static @Nullable LegalRule of(@Nullable LegalRule rule, ItemVersion item) {
        return rule != null && rule.licensing() && !item.licence() ? null : rule;
    }

    /** Whether it is one of the Licensing Law, which says nothing of what is no licence. */
    public boolean licensing() {
        return id.startsWith("AL-");
    }

    /** The number of a rule that has one. */
    public Limit number() {
        return Objects.requireNonNull(limit, id);
    }

    /** What may be added to it, of a rule that says so. */
    public Limit more() {
        return Objects.requireNonNull(extension, id);
    }

    private static LegalRule al(String id, String article, String en) {
        return of(id, "行政许可法" + article, "Administrative Licensing Law, article " + en);
    }

    private static LegalRule policy(String id, String zh, String en, String article, String articleEn) {
        return of(id, zh + "（市委办〔2007〕14号" + article + "）", en + " (city policy 2007 no. 14, " + articleEn + ")");
    }

    private static LegalRule of(String id, String zh, String en) {
        return new LegalRule(id, Text.of(zh, en), null, null);
    }

    private LegalRule within(int days) {
        return new LegalRule(id, article, Limit.workingDays(days), extension);
    }

    private LegalRule extendedBy(int days) {
        return new LegalRule(id, article, limit, Limit.workingDays(days));
    }
}
