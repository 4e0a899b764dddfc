package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.Procedure.Kind;
import org.yichuang.catalogue.Procedure.Step;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** The procedure as a graph. */
final class ProcedureRules {
    private static final Text AL_30 = LegalRule.AL_30.article();
    private static final Text AL_34 = LegalRule.AL_34.article();
    private static final Text PROVINCE = Text.of("浙江省办事指南质量规则", "Zhejiang's guide-quality rules");

    private ProcedureRules() {}

    static final List<Rule> ALL = List.of(
            error("GRAPH-STEPS", AL_30, ProcedureRules::steps),
            error("GRAPH-AFTER", AL_30, ProcedureRules::unknown),
            error("GRAPH-CIRCLE", AL_30, ProcedureRules::circle),
            error(
                    "GRAPH-DECISION",
                    AL_30,
                    item -> decisions(item).size() == 1,
                    "procedure",
                    "要有一个决定环节，也只能有一个",
                    "There has to be one decision, and only one"),
            error("GRAPH-ORDER", AL_30, ProcedureRules::order),
            error("AL-34-TWO", AL_34, ProcedureRules::two),
            error("STEP-SUM", PROVINCE, ProcedureRules::sum));

    private static Stream<Fault> steps(ItemVersion item) {
        Set<String> keys = new HashSet<>();
        return all(
                item,
                step -> !FormRules.KEY.matcher(step.key()).matches() || !keys.add(step.key()),
                "代码重复或不合格式",
                "has a doubled or malformed key");
    }

    private static Stream<Fault> unknown(ItemVersion item) {
        return all(
                item,
                step -> step.after().stream()
                        .anyMatch(key -> item.procedure().step(key).isEmpty()),
                "等的环节不存在",
                "waits for a step that does not exist");
    }

    /** A step that no order of doing things ever reaches is part of a circle, or waits for one. */
    private static Stream<Fault> circle(ItemVersion item) {
        Set<String> reached = item.procedure().spans().keySet();
        return unknown(item).findAny().isPresent()
                ? Stream.empty()
                : all(item, step -> !reached.contains(step.key()), "等来等去等回了自己", "waits, in the end, for itself");
    }

    private static List<Step> decisions(ItemVersion item) {
        return item.procedure().steps().stream()
                .filter(step -> step.kind() == Kind.DECISION)
                .toList();
    }

    /** Reviews come before the decision, issue and delivery behind it. */
    private static Stream<Fault> order(ItemVersion item) {
        Procedure procedure = item.procedure();
        if (circle(item).findAny().isPresent()
                || decisions(item).size() != 1
                || unknown(item).findAny().isPresent()) {
            return Stream.empty();
        }
        Step decision = decisions(item).getFirst();
        Set<String> before = before(procedure, decision);
        return Stream.concat(
                all(
                        item,
                        step -> step != decision
                                && (behind(step.kind())
                                        ? !before(procedure, step).contains(decision.key())
                                        : !before.contains(step.key())),
                        "与决定环节的先后不对",
                        "stands on the wrong side of the decision"),
                all(
                        item,
                        step -> step.kind() == Kind.ISSUE
                                && before(procedure, step).stream()
                                        .anyMatch(key -> procedure
                                                        .step(key)
                                                        .orElseThrow()
                                                        .kind()
                                                == Kind.DELIVERY),
                        "排在送达后面：证没有制好就送不出去",
                        "comes after the delivery of what it makes"));
    }

    private static boolean behind(Kind kind) {
        return kind == Kind.ISSUE || kind == Kind.DELIVERY;
    }

    /** The keys of all steps that are done before this one. */
    private static Set<String> before(Procedure procedure, Step step) {
        Set<String> keys = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(step.after());
        while (!open.isEmpty()) {
            String key = open.pop();
            if (keys.add(key)) {
                procedure.step(key).ifPresent(earlier -> open.addAll(earlier.after()));
            }
        }
        return keys;
    }

    /** A check on site takes two; of a step behind the decision nobody is asked who the second was. */
    private static Stream<Fault> two(ItemVersion item) {
        return Stream.concat(
                all(
                        item,
                        step -> step.fourEyes() && behind(step.kind()),
                        "是决定以后的环节，一个人办：不要勾“要两个人”",
                        "comes after the decision and is one officer's: take away “It takes two officers”"),
                twoOnSite(item));
    }

    private static Stream<Fault> twoOnSite(ItemVersion item) {
        return all(
                item,
                step -> (step.kind() == Kind.SURVEY
                                || LimitRules.survey(step.name().zh()))
                        && !step.fourEyes(),
                "是现场核查，要两人以上：勾上“要两个人”（YAML 里是 fourEyes: true）",
                "is a check on site and takes two officers: tick “It takes two officers” (in YAML fourEyes: true)");
    }

    /** The longest path of counted steps is no longer than the promise; all steps are in the promise's unit. */
    private static Stream<Fault> sum(ItemVersion item) {
        Limit promised = item.promise();
        if (promised == null) {
            return Stream.empty();
        }
        int longest = item.procedure().longest();
        int promise = promised.amount();
        return Stream.concat(
                all(
                        item,
                        step -> step.limit().amount() > 0
                                && !step.kind().uncounted()
                                && step.limit().unit() != promised.unit(),
                        "的时限单位与承诺不同",
                        "is in another unit than the promise"),
                unless(
                        longest <= promise,
                        "procedure",
                        "各环节最长一路合计 " + longest + "，超过承诺的 " + promise,
                        "The steps on the longest path add up to " + longest + ", more than the promised " + promise));
    }

    private static Stream<Fault> all(ItemVersion item, Predicate<Step> wrong, String zh, String en) {
        return item.procedure().steps().stream()
                .filter(wrong)
                .map(step -> Fault.of(
                        "procedure." + step.key(),
                        "环节“" + step.name().zh() + "”" + zh,
                        "Step “" + step.name().en() + "” " + en));
    }
}
