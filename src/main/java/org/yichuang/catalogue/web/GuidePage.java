package org.yichuang.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.SpecialProcedure;
import org.yichuang.catalogue.Topic;
import org.yichuang.network.Tier;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** Everything on a guide page that is not the item itself. */
public record GuidePage(
        ItemVersion item,
        Text department,
        LimitScale scale,
        @Nullable ItemRecord done,
        @Nullable Topic theme,
        List<ItemCard> related,
        Where where,
        LocalRules rules) {

    public StepsDrawing drawing(Lang lang) {
        return StepsDrawing.of(item.procedure(), item.promise(), lang);
    }

    /** What keeps the chosen district in an address of this guide; empty before one is chosen. */
    public String in() {
        return where.place() == null ? "" : "?in=" + where.place();
    }

    /** The tiers that exercise it. */
    public Text levels() {
        return item.levels().stream().map(Tier::text).collect(Text.joining("、", ", "));
    }

    /** How many things one has to prepare in any case. */
    public Text toPrepare() {
        long always = item.materials().stream().filter(Material::alwaysBring).count();
        boolean more = item.materials().stream().anyMatch(material -> material.brought() && !material.alwaysBring());
        if (always == 0) {
            return more
                    ? Text.of(
                            "一般不用自己准备，上面写了情形的除外。",
                            "As a rule you need not prepare anything, except in the cases named above.")
                    : Text.of("不用自己准备材料。", "There is nothing for you to prepare.");
        }
        return Text.of(
                (more ? "至少要自己准备 " : "要自己准备 ") + always + " 项。",
                (more ? "You prepare at least " : "You prepare ") + always + " of these.");
    }

    /** What may come between acceptance and decision without counting; what counts stands among the steps. */
    public List<SpecialProcedure> uncounted() {
        return item.special().stream().filter(special -> !special.counts()).toList();
    }

    /** By how much its limit may be extended, once; null: not at all. */
    public @Nullable Limit extension() {
        return rules.extension(item);
    }

    /** How often one has to come. */
    public Text visits() {
        int visits = item.handling().visits();
        return Text.of("到场 " + visits + " 次", visits + (visits == 1 ? " visit" : " visits"));
    }

    /** 承诺件 or 即办件. */
    public Text way() {
        return item.onTheSpot() ? Text.of("即办件", "On the spot") : Text.of("承诺件", "Within a promised limit");
    }

    /** Where a material comes from and in which form, or that nobody has to bring it. */
    public Text source(Material material) {
        if (material.held()) {
            return Text.of("免交", "Nothing to bring");
        }
        Text source = material.source().text();
        Text form = material.form().text();
        Text need = material.necessity().text();
        String copies = material.copies() == null ? "" : " " + material.copies() + " 份";
        String copiesEn = material.copies() == null ? "" : ", " + material.copies() + "×";
        return Text.of(
                source.zh() + " · " + form.zh() + copies + " · " + need.zh(),
                source.en() + " · " + form.en() + copiesEn + " · " + need.en());
    }

    /** What stands under a material's name: what the system does about it, when it is needed, how to make one. */
    public Text about(Material material) {
        Text first = material.held()
                ? Text.of("政府已有，用电子证照代替，不用交", "The government has it and reads it; nothing to hand in")
                : material.filled()
                        ? Text.of("网上申请时自动生成，核对后确认", "Made from your answers online; you only confirm it")
                        : Text.of("", "");
        Text when = material.note() == null && material.brought() ? asked(material.when()) : material.note();
        return join(join(first, when), material.help());
    }

    /** A condition as the form asks it; null where there is none. */
    private @Nullable Text asked(@Nullable Condition when) {
        return when == null
                ? null
                : item.form()
                        .field(when.field())
                        .map(field -> {
                            Text said = when.is().stream()
                                    .map(value -> Text.of(field.say(value, Lang.ZH), field.say(value, Lang.EN)))
                                    .collect(Text.joining("”或者“", "” or “"));
                            return Text.of(
                                    "“" + field.label().zh() + "”答“" + said.zh() + "”的要交",
                                    "Needed where “" + field.label().en() + "” is answered with “" + said.en() + "”");
                        })
                        .orElse(null);
    }

    private static Text join(Text one, @Nullable Text other) {
        if (other == null) {
            return one;
        }
        String between = one.zh().isEmpty() ? "" : "；";
        String betweenEn = one.en().isEmpty() ? "" : ". ";
        return Text.of(one.zh() + between + other.zh(), one.en() + betweenEn + other.en());
    }
}
