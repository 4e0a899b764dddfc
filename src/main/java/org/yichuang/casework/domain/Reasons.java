package org.yichuang.casework.domain;

import java.util.List;
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
        Text names = acts.stream()
                .flatMap(key -> Act.of(key).map(Act::text).stream())
                .collect(Text.joining("、", ", "));
        return Result.No.unauthorised(
                acts,
                "您今天持有的岗位没有这项授权：" + names.zh(),
                "No post that you hold today is authorised for this: " + names.en());
    }

    static Result.No noSuchStep() {
        return new Result.No(404, "no-such-step", Text.of("没有这个环节", "There is no such step"));
    }

    /** The table has no line for it from here. */
    static Result.No notNow(CaseFile file, ActKind act) {
        Text state = file.state().text();
        Text states = Transitions.TABLE.stream()
                .filter(edge -> edge.act() == act)
                .map(edge -> edge.from().text())
                .distinct()
                .collect(Text.joining("、", ", "));
        return Result.No.conflict(
                "act-not-possible",
                "本件" + state.zh() + "，“" + act.text().zh() + "”只在" + states.zh() + "时可以做",
                "The case is in the state “" + state.en() + "”; “" + act.text().en() + "” is possible in: "
                        + states.en());
    }
}
