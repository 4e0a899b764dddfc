package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.Procedure.Kind;
import org.yichuang.catalogue.StatutoryLimit;
import org.yichuang.catalogue.Target;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.Text;

/** Limits. */
final class LimitRules {
    private static final Text PROMISE = LegalRule.PROMISE.article();
    private static final Text AL_32 = LegalRule.AL_32.article();
    private static final Text AL_34 = LegalRule.AL_34.article();
    private static final Text AL_42 = LegalRule.AL_42.article();
    private static final Text AL_44 = LegalRule.AL_44.article();
    private static final Text AL_45 = LegalRule.AL_45.article();
    private static final Text AL_82 = LegalRule.AL_82.article();

    private static final Set<Kind> AT_ONCE = Set.of(Kind.DECISION, Kind.ISSUE, Kind.DELIVERY);

    /** Somebody goes and looks; who reads what came of it does not. AL-45's acts may be on site, and do not count. */
    private static final Pattern SURVEY =
            Pattern.compile("(现场|实地|上门).{0,2}(踏勘|勘查|勘察|勘验|核查|核实|检查|查看|察看|查验|考察|审核)(?!的?(结果|报告|意见|记录|情况))");

    /** By the first word of what AL-45 names: a hearing, an expert opinion as much as an expert review. */
    private static final Pattern NOT_COUNTED = Pattern.compile(Stream.of(PauseCause.values())
            .map(cause -> cause.text().zh().substring(0, 2))
            .collect(Collectors.joining("|")));

    private LimitRules() {}

    static final List<Rule> ALL = List.of(
            error(
                    "AL-30-LIMIT",
                    PROMISE,
                    item -> item.promised() != null,
                    "promised",
                    "没有写承诺时限",
                    "The promised limit is missing"),
            error(
                    "PROMISE",
                    PROMISE,
                    LimitRules::withinTheLaw,
                    "promised",
                    "承诺时限不能比法定时限长",
                    "The promise may not be longer than the statutory limit"),
            warning("PROMISE-RECEIPT", AL_32, LimitRules::left),
            error(
                    "LIMIT-UNIT",
                    AL_82,
                    LimitRules::inOneUnit,
                    "promised",
                    "承诺时限要用法定时限的单位",
                    "The promise has to be in the unit of the statutory limit"),
            // counted in its own unit it would move nothing
            error(
                    "EXTENSION-UNIT",
                    AL_42,
                    item -> item.extension() == null
                            || Stream.of(item.statute(), item.promise())
                                    .allMatch(limit -> limit == null || sameUnit(limit, item.extension())),
                    "statutory",
                    "延长要用法定时限和承诺时限的单位",
                    "The extension has to be in the unit of the statutory limit and the promise"),
            warning(
                    Target.RULE,
                    Target.ARTICLE,
                    LimitRules::faster,
                    "promised",
                    "承诺没有比法定快 " + Target.PROMISED.percent() + " %",
                    "The promise is not " + Target.PROMISED.percent() + " % faster than the statutory limit"),
            warning(
                    "LIMIT-READ",
                    AL_82,
                    item -> item.statutory() == null || item.statutory().verified(),
                    "statutory",
                    "法定时限的条文还没有核对",
                    "The article of the statutory limit was not read yet"),
            error("LIMIT-LONGER", AL_42, LimitRules::longer),
            error("SURVEY-COUNTS", AL_45, item -> Stream.concat(surveys(item), surveySteps(item))),
            error("AL-45-LISTED", AL_45, LimitRules::listed),
            error("AL-44-DELIVERY", AL_44, LimitRules::delivery),
            error("ON-THE-SPOT", AL_34, item -> Stream.concat(onTheSpot(item), atOnce(item))));

    /** The promise is no longer than the law gives; to a licence without a limit of its own AL-42 gives one. */
    private static boolean withinTheLaw(ItemVersion item) {
        Limit statute = item.statute();
        Limit promise = item.promise();
        return statute == null
                || promise == null
                || !sameUnit(statute, promise)
                || promise.amount() <= statute.amount();
    }

    /**
     * A promise counts from acceptance, for which there are five working days. Where the law counts from the receipt of the
     * materials, those go off its limit, and the promise may end later than the law. Not an error: what is in order is
     * accepted sooner, and the work goes by whichever ends first.
     */
    private static Stream<Fault> left(ItemVersion item) {
        Limit statute = item.statute();
        Limit promised = item.promise();
        if (statute == null || promised == null || !item.fromReceipt() || statute.unit() != promised.unit()) {
            return Stream.empty();
        }
        Limit left = new Limit(Math.max(0, statute.amount() - intake(statute.unit())), statute.unit());
        Text given = statute.unit().text(left.amount());
        Text law = statute.text();
        Text promise = promised.text();
        Text intake = LegalRule.AL_32.number().text();
        return unless(
                promised.amount() <= left.amount(),
                "promised",
                "法定时限 " + law.zh() + "从收到材料起算，受理最多用 " + intake.zh() + "，受理时最少只剩 " + given.zh() + "，承诺却是受理后 "
                        + promise.zh() + "：承诺到期时可能已过法定时限",
                "The law's " + law.en()
                        + " count from the receipt of the materials, and acceptance may take " + intake.en()
                        + " of them: " + given.en() + " may be left then, and the promise is " + promise.en()
                        + " from acceptance. It may end after the statutory limit");
    }

    /** At least so many of a unit lie in the five working days of the intake; how many office hours is the city's. */
    private static int intake(Limit.Unit unit) {
        return switch (unit) {
            case WORKING_DAY -> LegalRule.AL_32.number().amount();
            case CALENDAR_DAY -> 7;
            case HOUR -> 7 * 24;
            case WORKING_HOUR -> 0;
        };
    }

    /** Limits of different units cannot be compared for every start, so the promise keeps the law's unit. */
    private static boolean inOneUnit(ItemVersion item) {
        Limit statute = item.statute();
        Limit promise = item.promise();
        return statute == null || promise == null || sameUnit(statute, promise);
    }

    private static boolean sameUnit(Limit one, Limit other) {
        return one.unit() == other.unit() || one.onTheSpot() || other.onTheSpot();
    }

    private static boolean faster(ItemVersion item) {
        Limit statute = item.statute();
        Limit promise = item.promise();
        return statute == null
                || promise == null
                || 100 * promise.amount() <= (100 - Target.PROMISED.percent()) * statute.amount();
    }

    /**
     * Only a law or regulation gives a licence more than AL-42 does, so somebody has to have read its article. That holds
     * for the 45 and 15 days of authorities that decide together as well: an item does not say that they do.
     */
    private static Stream<Fault> longer(ItemVersion item) {
        StatutoryLimit statutory = item.statutory();
        if (!item.licence() || statutory == null || statutory.verified()) {
            return Stream.empty();
        }
        Limit extension = statutory.extension();
        Text general = LegalRule.AL_42.number().text();
        Text more = LegalRule.AL_42.more().text();
        return Stream.concat(
                unless(
                        within(statutory.limit(), LegalRule.AL_42.number()),
                        "statutory",
                        "法定时限比 " + general.zh() + "长，要有法律、法规的规定：条文核对过才能用",
                        "The statutory limit is longer than " + general.en()
                                + ", which only a law or regulation gives: its" + " article has to be read first"),
                unless(
                        extension == null || within(extension, LegalRule.AL_42.more()),
                        "statutory",
                        "延长的比 " + more.zh() + "长，要有法律、法规的规定：条文核对过才能用",
                        "The extension is longer than " + more.en() + ", which only a law or regulation gives: its"
                                + " article has to be read first"));
    }

    /** Five working days are a week, and seldom less; an office day is taken for eight hours. */
    private static boolean within(Limit limit, Limit days) {
        int most = switch (limit.unit()) {
            case WORKING_DAY -> days.amount();
            case CALENDAR_DAY -> days.amount() / 5 * 7;
            case WORKING_HOUR -> days.amount() * 8;
            case HOUR -> days.amount() / 5 * 7 * 24;
        };
        return limit.amount() <= most;
    }

    /** A plain survey on site is none of what AL-45 lets not count. */
    private static Stream<Fault> surveys(ItemVersion item) {
        return item.special().stream()
                .filter(special -> item.licence()
                        && !special.counts()
                        && survey(special.name().zh()))
                .map(special -> Fault.of(
                        "special",
                        "“" + special.name().zh() + "”要计入时限：不计的只有听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审",
                        "“" + special.name().en() + "” counts: only hearing, tender, auction, inspection, testing,"
                                + " quarantine, appraisal and expert review do not"));
    }

    /** The same of a step: as an expert review or a hearing it would stand outside the sum of the steps. */
    private static Stream<Fault> surveySteps(ItemVersion item) {
        return item.procedure().steps().stream()
                .filter(step -> item.licence()
                        && step.kind().uncounted()
                        && survey(step.name().zh()))
                .map(step -> Fault.of(
                        "procedure." + step.key(),
                        "“" + step.name().zh() + "”要计入时限：kind 写 SURVEY",
                        "“" + step.name().en() + "” counts: its kind is SURVEY"));
    }

    /** AL-45 has a list; what is not on it does not count only where another law says so, which somebody has read. */
    private static Stream<Fault> listed(ItemVersion item) {
        return item.special().stream()
                .filter(special -> item.licence()
                        && !special.counts()
                        && !survey(special.name().zh())
                        && !NOT_COUNTED.matcher(special.name().zh()).find())
                .filter(special -> !special.verified()
                        || special.basis() == null
                        || special.basis().zh().isBlank())
                .map(special -> Fault.of(
                        "special",
                        "“" + special.name().zh()
                                + "”不在行政许可法第四十五条里：写 counts: true，或写上规定它不计时限的依据（basis），核对过再写 verified: true",
                        "“" + special.name().en()
                                + "” is not in art. 45 of the Licensing Law: say counts: true, or name the"
                                + " law that leaves its time out (basis) and, once it was read, verified: true"));
    }

    /** Behind the decision there are ten working days, however long the promise is. */
    private static Stream<Fault> delivery(ItemVersion item) {
        Limit promise = item.promise();
        if (!item.licence() || promise == null) {
            return Stream.empty();
        }
        Procedure procedure = item.procedure();
        return procedure.spans().entrySet().stream()
                .filter(span -> procedure
                        .step(span.getKey())
                        .filter(step -> step.kind() == Kind.DECISION)
                        .isPresent())
                .map(span ->
                        new Limit(Math.min(procedure.longest() - span.getValue().end(), Limit.MAX), promise.unit()))
                .filter(limit -> !within(limit, LegalRule.AL_44.number()))
                .map(limit -> Fault.of(
                        "procedure",
                        "决定以后的环节合计 " + limit.text().zh() + "：决定后 "
                                + LegalRule.AL_44.number().text().zh() + "内要送达",
                        "The steps behind the decision take " + limit.text().en()
                                + ": what is granted is delivered within "
                                + LegalRule.AL_44.number().text().en()));
    }

    /** Somebody goes there, and it is none of what AL-45 names. */
    static boolean survey(String name) {
        return SURVEY.matcher(name).find() && !NOT_COUNTED.matcher(name).find();
    }

    private static Stream<Fault> onTheSpot(ItemVersion item) {
        Limit promise = item.promise();
        return unless(
                promise == null || item.onTheSpot() == promise.onTheSpot(),
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
}
