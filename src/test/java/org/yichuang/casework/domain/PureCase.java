package org.yichuang.casework.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.YearFacts;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.network.Act;
import org.yichuang.support.Holidays;
import org.yichuang.support.TestClock;

/** A case without a database: acts on it at a time, on the official calendar. */
final class PureCase {
    static final ItemVersion FOOD = DemoItems.item("food_permit");
    static final Who.Applicant APPLICANT = new Who.Applicant(new UUID(1, 1), "杭州试验餐饮有限公司");
    static final Who.Officer OFFICER = officer(2);
    static final Who.Officer OTHER = officer(3);
    static final DenialFiling FILING = new DenialFiling(DenialFiling.Reason.FORBIDDEN, "食品安全法第三十三条", "场所离污染源太近");
    static final DenialFiling NOTHING_NEEDED =
            new DenialFiling(DenialFiling.Reason.NO_LICENCE_NEEDED, "食品安全法第三十五条", "只卖预包装食品，不用办");
    static final DenialFiling NOT_OURS =
            new DenialFiling(DenialFiling.Reason.NOT_OUR_AUTHORITY, "行政许可法第三十二条", "归城管部门管");

    private PureCase() {}

    /** Somebody who may do everything. */
    private static Who.Officer officer(int n) {
        List<Power> powers = Stream.of(Act.values())
                .map(act -> new Power(act.key(), "post-" + act.key(), "330106-scjg", null))
                .toList();
        return new Who.Officer(new UUID(2, n), "办件人 " + n, powers);
    }

    static Setting at(ItemVersion item, String local) {
        return at(item, local, LocalRules.DEFAULT);
    }

    /** In a city that set numbers of its own. */
    static Setting at(ItemVersion item, String local, LocalRules rules) {
        return at(item, local, rules, WorkingCalendar.of(OfficeHours.DEFAULT, YearFacts.stateCouncil()));
    }

    /** By a calendar in which this day became a holiday. */
    static Setting amended(ItemVersion item, String local, LocalDate holiday) {
        return at(item, local, LocalRules.DEFAULT, Holidays.with(List.of(holiday)));
    }

    private static Setting at(ItemVersion item, String local, LocalRules rules, WorkingCalendar calendar) {
        return new Setting(TestClock.at(local), item, calendar, rules, null, UUID.randomUUID(), false, true, Set.of());
    }

    static CaseFile submitted(ItemVersion item, String local) {
        Map<String, Object> answers = Answers.fitting(item);
        return submitted(item, answers, materials(item, answers), local);
    }

    static CaseFile submitted(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> materials, String local) {
        return submitted(item, answers, materials, at(item, local));
    }

    static CaseFile submitted(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> materials, Setting at) {
        return opened(item, answers, materials, at).file();
    }

    /** With what the filing puts on record, and its receipt. */
    static Result.Done opened(ItemVersion item, String local) {
        Map<String, Object> answers = Answers.fitting(item);
        return opened(item, answers, materials(item, answers), at(item, local));
    }

    private static Result.Done opened(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> materials, Setting at) {
        var is = new Particulars(
                UUID.randomUUID(),
                "XH26-001001-1",
                "7KQ4-M2PD",
                item.code(),
                item.version(),
                item.name(),
                APPLICANT.account(),
                APPLICANT.name(),
                false,
                null,
                "330106-scjg",
                Answers.XIHU,
                Channel.ONLINE,
                null,
                null,
                null);
        return Opening.submit(is, answers, materials, DeliveryWay.ELECTRONIC, APPLICANT, null, at);
    }

    static List<SubmittedMaterial> materials(ItemVersion item, Map<String, Object> answers) {
        return item.materials(answers).stream()
                .filter(Material::mustBring)
                .map(material -> new SubmittedMaterial(material.code(), UUID.randomUUID(), material.code() + ".pdf"))
                .toList();
    }

    static Result act(CaseFile file, CaseAct act, Who who, String local) {
        return file.act(act, who, at(DemoItems.item(file.is().item()), local));
    }

    static Result.Done done(CaseFile file, CaseAct act, Who who, String local) {
        Result result = act(file, act, who, local);
        if (result instanceof Result.Done done) {
            return done;
        }
        throw new AssertionError(act + " was not done: " + result);
    }

    /** The slug of the rule that forbids it. */
    static String no(CaseFile file, CaseAct act, Who who, String local) {
        Result result = act(file, act, who, local);
        if (result instanceof Result.No no) {
            return no.slug();
        }
        throw new AssertionError(act + " was not refused: " + result);
    }

    static List<String> kinds(Result.Done done) {
        return done.facts().stream().map(Fact::kind).toList();
    }
}
