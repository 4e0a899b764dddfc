package org.yichuang.casework.domain;

import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Rule;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.StatutoryLimit;
import org.yichuang.shared.Text;

/**
 * The rules that a case stands on, each with its id and its source; the law's numbers are {@link StatutoryLimit}'s. AL is
 * the Administrative Licensing Law (行政许可法, text of 2019), P the city's policy on window services. A city
 * tightens one by what an item promises, and never loosens it; what differs between cities is {@link LocalRules}.
 */
public final class Rules {
    /** Who wants a licence applies for it. Of taking the application back the law says nothing. */
    public static final Rule AL_29 = al("AL-29", "第二十九条", "29");
    /** Nothing may be asked for that the item version does not list. */
    public static final Rule AL_31 = al("AL-31", "第三十一条", "31");
    /** The five answers to an application, and acceptance by silence. */
    public static final Rule AL_32 = al("AL-32", "第三十二条", "32");

    public static final Rule AL_34 = al("AL-34", "第三十四条", "34");
    /** A refusal is in writing, gives reasons and names the remedies. */
    public static final Rule AL_38 = al("AL-38", "第三十八条", "38");

    public static final Rule AL_42 = al("AL-42", "第四十二条", "42");
    public static final Rule AL_44 = al("AL-44", "第四十四条", "44");
    public static final Rule AL_45 = al("AL-45", "第四十五条", "45");
    public static final Rule AL_82 = al("AL-82", "第八十二条", "82");

    public static final Rule ONE_NOTICE = policy("ONE-NOTICE", "一次性告知", "One complete notice");
    public static final Rule DENIAL_FILING = policy("DENIAL-FILING", "否定报备", "Denial filing");
    public static final Rule AUTHORISED = policy("AUTHORISED", "授权到位", "Authorised posts");
    public static final Rule ON_THE_SPOT = policy("ON-THE-SPOT", "即办", "Decided on the spot");
    public static final Rule FOUR_EYES = policy("FOUR-EYES", "双人负责", "Four eyes");
    public static final Rule PROMISE = policy("PROMISE", "服务承诺", "Service promise");

    private Rules() {}

    /** What an act stands on; null where it stands on none, and where that is of the Licensing Law and the item is no licence. */
    static @Nullable Rule of(@Nullable Rule rule, ItemVersion item) {
        return rule != null && licensing(rule) && !item.licence() ? null : rule;
    }

    /** Whether it is one of the Licensing Law, which says nothing of what is no licence. */
    public static boolean licensing(Rule rule) {
        return rule.id().startsWith("AL-");
    }

    private static Rule al(String id, String zh, String en) {
        return new Rule(id, Text.of("行政许可法" + zh, "Administrative Licensing Law, article " + en));
    }

    private static Rule policy(String id, String zh, String en) {
        return new Rule(id, Text.of(zh, en));
    }
}
