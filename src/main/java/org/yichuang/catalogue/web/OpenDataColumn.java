package org.yichuang.catalogue.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/** A column of the open data's CSV file, with what it says. */
public record OpenDataColumn(String name, Text means, BiFunction<ItemVersion, Catalogue, Object> value) {
    /** In the order of the file; a new one goes to the end, so that nobody's column moves. */
    static final List<OpenDataColumn> ALL = List.of(
            column("code", "代码，定了就不变", "Its code, fixed for good", ItemVersion::code),
            column("version", "第几版", "Which version of it", ItemVersion::version),
            column("name", "名称", "Its name", item -> item.name().zh()),
            column("name_en", "英文名称", "Its name in English", item -> item.name().en()),
            column("summary", "一句话说明", "One sentence", item -> item.summary().zh()),
            column(
                    "summary_en",
                    "英文的一句话说明",
                    "One sentence in English",
                    item -> item.summary().en()),
            column(
                    "type",
                    "事项类型，国家代码表里的叫法",
                    "What kind it is, as the national code table says",
                    item -> item.type().text().zh()),
            column("department", "部门代码", "The department's key", ItemVersion::department),
            new OpenDataColumn(
                    "department_name",
                    Text.of("部门名称", "The department's name"),
                    (item, catalogue) -> catalogue.department(item.department()).zh()),
            column("audience", "给谁办，空格隔开", "For whom, with spaces between", item -> names(item.audience())),
            column("levels", "哪一级办，空格隔开", "The tiers, with spaces between", item -> names(item.levels())),
            column(
                    "statutory_amount",
                    "法定时限的数；法律没写数字的空着",
                    "The statutory limit; empty where the law names no number",
                    item -> amount(item.statute())),
            column("statutory_unit", "它的单位", "Its unit", item -> unit(item.statute())),
            column(
                    "promised_amount",
                    "承诺时限的数；0 是当场",
                    "The promised limit; 0: on the spot",
                    item -> amount(item.promise())),
            column("promised_unit", "它的单位", "Its unit", item -> unit(item.promise())),
            column("on_the_spot", "当场办结", "Decided on the spot", ItemVersion::onTheSpot),
            column(
                    "online",
                    "能在网上办",
                    "Can be done online",
                    item -> item.handling().online()),
            column("themes", "主题，空格隔开", "Themes, with spaces between", item -> String.join(" ", item.themes())),
            column(
                    "life_events",
                    "人生和企业的阶段，空格隔开",
                    "Life events and stages, with spaces between",
                    item -> String.join(" ", item.lifeEvents())),
            column(
                    "official_code",
                    "国家基本目录里的编码，没有就空着",
                    "Its code in the national basic catalogue, if any",
                    ItemVersion::officialCode),
            column(
                    "charged",
                    "收不收费",
                    "Whether anything is charged",
                    item -> item.fee().charged()),
            column("fee", "收费标准", "What it costs", item -> item.fee().standard().zh()),
            column(
                    "fee_en",
                    "英文的收费标准",
                    "What it costs, in English",
                    item -> item.fee().standard().en()),
            column(
                    "fee_basis",
                    "收费的依据",
                    "What sets the fee",
                    item -> Optional.ofNullable(item.fee().basis())
                            .map(Text::zh)
                            .orElse("")),
            column(
                    "outcome",
                    "办成得到什么",
                    "What one gets",
                    item -> item.outcome().name().zh()),
            column(
                    "outcome_en",
                    "英文的结果名称",
                    "What one gets, in English",
                    item -> item.outcome().name().en()));

    private static OpenDataColumn column(String name, String zh, String en, Function<ItemVersion, Object> value) {
        return new OpenDataColumn(name, Text.of(zh, en), (item, catalogue) -> value.apply(item));
    }

    private static Object amount(@Nullable Limit limit) {
        return limit == null ? "" : limit.amount();
    }

    private static Object unit(@Nullable Limit limit) {
        return limit == null ? "" : limit.unit();
    }

    private static String names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
