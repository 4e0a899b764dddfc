package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Fee;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Procedure.Kind;
import org.yichuang.catalogue.PromisedLimit;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** Limits and fees. */
final class LimitRules {
    private static final Text PROMISE = Text.of("市委办〔2007〕14号第十三条", "City policy 2007 no. 14, art. 13");
    private static final Text AL_34 = Text.of("行政许可法第三十四条", "Administrative Licensing Law art. 34");
    private static final Text AL_58 = Text.of("行政许可法第五十八条", "Administrative Licensing Law art. 58");
    private static final Text AL_82 = Text.of("行政许可法第八十二条", "Administrative Licensing Law art. 82");

    private static final Set<Kind> AT_ONCE = Set.of(Kind.DECISION, Kind.ISSUE, Kind.DELIVERY);

    private LimitRules() {}

    static final List<Rule> ALL = List.of(
            error(
                    "AL-30-LIMIT",
                    PROMISE,
                    item -> unless(item.promised() != null, "promised", "没有写承诺时限", "The promised limit is missing")),
            error("PROMISE", PROMISE, LimitRules::promise),
            error("LIMIT-UNIT", AL_82, LimitRules::units),
            warning("TARGETS", PROMISE, LimitRules::halved),
            warning(
                    "LIMIT-READ",
                    AL_82,
                    item -> unless(
                            item.statutory() == null || item.statutory().verified(),
                            "statutory",
                            "法定时限的条文还没有核对",
                            "The article of the statutory limit was not read yet")),
            error("ON-THE-SPOT", AL_34, item -> Stream.concat(onTheSpot(item), atOnce(item))),
            error("AL-58-FEE", AL_58, item -> fee(item.fee())));

    /** The promise is no longer than the law gives; to a licence without a limit of its own AL-42 gives one. */
    private static Stream<Fault> promise(ItemVersion item) {
        Limit statute = item.statute();
        PromisedLimit promised = item.promised();
        return unless(
                statute == null
                        || promised == null
                        || !sameUnit(statute, promised.limit())
                        || promised.limit().amount() <= statute.amount(),
                "promised",
                "承诺时限不能比法定时限长",
                "The promise may not be longer than the statutory limit");
    }

    /** Limits of different units cannot be compared for every start, so the promise keeps the law's unit. */
    private static Stream<Fault> units(ItemVersion item) {
        Limit statute = item.statute();
        PromisedLimit promised = item.promised();
        return unless(
                statute == null || promised == null || sameUnit(statute, promised.limit()),
                "promised",
                "承诺时限要用法定时限的单位",
                "The promise has to be in the unit of the statutory limit");
    }

    private static boolean sameUnit(Limit one, Limit other) {
        return one.unit() == other.unit() || one.onTheSpot() || other.onTheSpot();
    }

    private static Stream<Fault> halved(ItemVersion item) {
        Limit statute = item.statute();
        PromisedLimit promised = item.promised();
        return unless(
                statute == null || promised == null || promised.limit().amount() * 2 <= statute.amount(),
                "promised",
                "承诺没有比法定快一半",
                "The promise is not 50 % faster than the statutory limit");
    }

    private static Stream<Fault> onTheSpot(ItemVersion item) {
        PromisedLimit promised = item.promised();
        boolean none = promised != null && promised.limit().onTheSpot();
        return unless(
                promised == null || item.onTheSpot() == none,
                "onTheSpot",
                item.onTheSpot() ? "即办件的承诺时限是当场" : "承诺当场办结的就是即办件",
                "An item is on the spot exactly when its promise is");
    }

    /** What one officer does in one act has nothing before the decision, and no second person in it. */
    private static Stream<Fault> atOnce(ItemVersion item) {
        return unless(
                !item.onTheSpot()
                        || item.procedure().steps().stream()
                                .allMatch(step -> !step.fourEyes() && AT_ONCE.contains(step.kind())),
                "procedure",
                "即办件一人当场办完，决定之前不能有审查、核查、评审、听证，也不能要求双人",
                "What is decided on the spot is one officer's one act: no review, survey, expert review or hearing before"
                        + " the decision, and no second person");
    }

    private static Stream<Fault> fee(Fee fee) {
        return Stream.of(
                        unless(
                                !fee.standard().zh().isBlank(),
                                "fee.standard",
                                "没有写收不收费、收多少",
                                "What it costs is missing"),
                        unless(
                                !fee.charged() || fee.basis() != null,
                                "fee.basis",
                                "收费要有法律、行政法规的依据",
                                "A fee needs a law or regulation that sets it"))
                .flatMap(found -> found);
    }
}
