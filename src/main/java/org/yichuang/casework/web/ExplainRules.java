package org.yichuang.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.ClockKind;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.shared.Text;

/** The rules that an explanation of a due date names: how days count, each limit with its number, the calendar. */
final class ExplainRules {
    private static final Text AL_82 = Text.of(
            LegalRule.AL_82.article().zh() + "：期限按工作日计，不含法定节假日；当天不计，次日起算",
            LegalRule.AL_82.article().en()
                    + ": limits count working days, without legal holidays; the day of the event is" + " not counted");
    private static final Text NO_LICENCE = Text.of(
            "期限按工作日计，不含法定节假日；当天不计，次日起算",
            "Limits count working days, without legal holidays; the day of the event is not counted");
    private static final Text CALENDAR =
            Text.of("日历：国务院办公厅公布的节假日安排", "Calendar: the holidays announced by the State Council");

    private ExplainRules() {}

    /** What an extension stands on. */
    static Text extension(ItemVersion item) {
        return item.statutory() != null && item.statutory().extension() != null
                ? item.statutory().basis()
                : LegalRule.AL_42.article();
    }

    /** That the city set it, and what the law gives; blank where the number is the law's. */
    private static Text own(ClockKind kind, Limit limit, boolean licence) {
        LegalRule law = switch (kind) {
            case INTAKE -> LegalRule.AL_32;
            case DELIVERY -> LegalRule.AL_44;
            case PROMISE, STATUTE -> null;
        };
        if (law == null || law.number().equals(limit)) {
            return Text.of("", "");
        }
        if (!licence) {
            return Text.of("，本市的规定", ", as this city sets it");
        }
        Text most = law.number().text();
        return Text.of(
                "，本市的规定；" + law.article().zh() + "最多给 " + most.zh(),
                ", as this city sets it; the " + law.article().en() + " gives " + most.en() + " at most");
    }

    /**
     * @param fromReceipt the statute counts from the receipt of the materials
     * @param licence whether the item is one, of which alone the Licensing Law speaks
     * @param extension what an extension stands on; null where that is not told
     */
    static List<Text> of(
            Map<ClockKind, LimitClock> clocks, boolean fromReceipt, boolean licence, @Nullable Text extension) {
        var rules = new ArrayList<Text>();
        rules.add(licence ? AL_82 : NO_LICENCE);
        clocks.forEach((kind, limit) -> {
            Text amount = limit.limit().text();
            boolean receipt = kind == ClockKind.STATUTE && fromReceipt;
            Text from = receipt
                    ? Text.of("，从收到材料起算", ", from the receipt of the materials")
                    : own(kind, limit.limit(), licence);
            rules.add(Text.of(
                    kind.text().zh() + " " + amount.zh() + from.zh(),
                    kind.text().en() + ": " + amount.en() + from.en()));
            if (limit.extension() != null) {
                Text more = limit.extension().limit().text();
                rules.add(Text.of(
                        kind.text().zh() + "依法延长 " + more.zh() + (extension == null ? "" : "（" + extension.zh() + "）"),
                        kind.text().en() + " extended by " + more.en()
                                + (extension == null ? "" : " (" + extension.en() + ")")));
            }
        });
        rules.add(CALENDAR);
        return rules;
    }
}
