package org.yichuang.casework.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.casework.ActKind;
import org.yichuang.network.Act;
import org.yichuang.shared.Text;

/** Why something cannot be done, in words. */
final class Reasons {
    private Reasons() {}

    /** It is not for this kind of person, in whatever state. */
    static Result.No notYours(ActKind act) {
        return Result.No.forbidden(
                "“" + act.text().zh() + "”不由您来做", "“" + act.text().en() + "” is not yours to do");
    }

    /** AUTHORISED. */
    static Result.No notAuthorised(List<String> acts) {
        return Result.No.unauthorised(
                acts,
                "您今天持有的岗位没有这项授权：" + names(acts, true),
                "No post that you hold today is authorised for this: " + names(acts, false));
    }

    static Result.No noSuchStep() {
        return new Result.No(404, "no-such-step", Text.of("没有这个环节", "There is no such step"));
    }

    /** The table has no line for it from here. */
    static Result.No notNow(CaseFile file, ActKind act) {
        Text state = file.state().text();
        return Result.No.conflict(
                "act-not-possible",
                "本件" + state.zh() + "，" + whenZh(act),
                "The case is in the state “" + state.en() + "”; " + whenEn(act));
    }

    private static String whenZh(ActKind act) {
        return "“" + act.text().zh() + "”只在" + states(act, true) + "时可以做";
    }

    private static String whenEn(ActKind act) {
        return "“" + act.text().en() + "” is possible in: " + states(act, false);
    }

    private static String states(ActKind act, boolean zh) {
        return Transitions.TABLE.stream()
                .filter(edge -> edge.act() == act)
                .map(edge -> zh ? edge.from().text().zh() : edge.from().text().en())
                .distinct()
                .collect(Collectors.joining(zh ? "、" : ", "));
    }

    private static String names(List<String> acts, boolean zh) {
        return acts.stream()
                .flatMap(key -> Act.of(key).map(Act::text).stream())
                .map(text -> zh ? text.zh() : text.en())
                .collect(Collectors.joining(zh ? "、" : ", "));
    }
}
