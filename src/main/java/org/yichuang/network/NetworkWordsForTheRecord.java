package org.yichuang.network;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.journal.RecordWords;
import org.yichuang.network.store.Roster;
import org.yichuang.network.tables.Column;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Text;

/** Says to who reads the record what was changed of network and calendar, and what posts, officers and units are called. */
@Component
@Order(30)
class NetworkWordsForTheRecord implements RecordWords {
    private static final Map<String, Text> KINDS = RecordWords.inOrder(
            entry("network", Text.of("网络数据", "Network")),
            entry(NetworkKinds.IMPORTED, Text.of("导入一张表", "Table imported")),
            entry(NetworkKinds.EDITED, Text.of("改动一行", "Row changed")),
            entry("authorisation", Text.of("授权", "Authorisations")),
            entry(NetworkKinds.GRANTED, Text.of("登记授权", "Authorisation entered")),
            entry(NetworkKinds.REVOKED, Text.of("撤销授权", "Authorisation taken out")),
            entry("post", Text.of("岗位", "Posts")),
            entry(NetworkKinds.POST_CHANGED, Text.of("岗位变更", "Post changed")),
            entry("officer", Text.of("人员", "Officers")),
            entry(NetworkKinds.OFFICER_CHANGED, Text.of("人员变更", "Officer changed")),
            entry(Absences.AWAY_KIND, Text.of("登记外出", "Absence entered")),
            entry(Absences.BACK_KIND, Text.of("外出结束", "Absence ended")),
            entry("calendar", Text.of("工作日历", "Working calendar")),
            entry(WorkingCalendars.YEAR_IMPORTED, Text.of("录入一年的放假安排", "A year's notice imported")),
            entry(WorkingCalendars.DAY_CHANGED, Text.of("改动一天", "Day changed")),
            entry(WorkingCalendars.HOURS_CHANGED, Text.of("改动办公时间", "Office hours changed")));

    /** Before the columns of the tables, which do not say these, or each its own way. */
    private static final Map<String, Text> OWN_KEYS = RecordWords.inOrder(
            entry("from", Text.of("起", "From")),
            entry("to", Text.of("止", "To")),
            entry("reason", Text.of("事由", "Reason")),
            entry("back", Text.of("回岗", "Back on")),
            entry("day", Text.of("日期", "Day")),
            entry("kind", Text.of("改为", "Is now")),
            entry("is", Text.of("现在", "Now")),
            entry("was", Text.of("原来", "Before")),
            entry("removed", Text.of("删去", "Removed")),
            entry("added", Text.of("新增", "Added")),
            entry("changed", Text.of("改动", "Changed")),
            entry("unchanged", Text.of("不变", "Unchanged")),
            entry("year", Text.of("年份", "Year")),
            entry("days", Text.of("天数", "Days")),
            entry("changes", Text.of("改动的日子", "Changed days")),
            entry("away", Text.of("外出编号", "Absence")),
            entry("code", Text.of("代码", "Code")),
            entry("number", Text.of("编号", "Number")),
            entry("unit", Text.of("单位", "Unit")),
            entry("digest", Text.of("指纹", "Fingerprint")));

    private static final Map<String, Text> DAYS = Map.of(
            "OFF", Text.of("放假", "Day off"),
            "WORK", Text.of("上班", "Working day"),
            "none", Text.of("照常", "Ordinary day"));

    private static final Map<String, Text> KEYS = keysAndColumns();
    private static final Map<String, Map<String, Text>> CHOICES = Tables.ALL.stream()
            .flatMap(table -> table.columns().stream())
            .collect(Collectors.toMap(Column::name, Column::choices, (one, same) -> one.isEmpty() ? same : one));

    private final Network network;
    private final Roster roster;

    NetworkWordsForTheRecord(Network network, Roster roster) {
        this.network = network;
        this.roster = roster;
    }

    private static Map<String, Text> keysAndColumns() {
        var all = new LinkedHashMap<>(OWN_KEYS);
        Tables.ALL.stream()
                .flatMap(table -> table.columns().stream())
                .forEach(column -> all.putIfAbsent(column.name(), column.title()));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public Map<String, Text> kinds() {
        return KINDS;
    }

    @Override
    public Map<String, Text> keys() {
        return KEYS;
    }

    @Override
    public Optional<Text> value(String key, String value, Map<String, String> payload) {
        return switch (key) {
            case "kind", "was", "is" -> Optional.ofNullable(DAYS.get(value));
            case "unit" -> network.unit(value).map(Unit::name);
            case "division" -> network.division(value).map(Division::name);
            default -> Optional.ofNullable(CHOICES.getOrDefault(key, Map.of()).get(value));
        };
    }

    @Override
    public Map<String, Text> names(String type, Collection<String> codes) {
        return switch (type) {
            case "post" -> roster.postNames(codes);
            case "officer" -> roster.officerNames(codes);
            case "unit" -> known(codes, code -> network.unit(code).map(Unit::name));
            case "network" -> known(codes, name -> Tables.named(name).map(Table::title));
            case "authorisation" ->
                known(codes, number -> Optional.of(Text.of("授权 " + number, "Authorisation " + number)));
            case "calendar" -> known(codes, NetworkWordsForTheRecord::calendar);
            default -> Map.of();
        };
    }

    private static Optional<Text> calendar(String code) {
        return Optional.of(
                code.equals("hours")
                        ? Text.of("办公时间", "Office hours")
                        : Text.of(code + " 年工作日历", "Working calendar of " + code));
    }

    private static Map<String, Text> known(Collection<String> codes, Function<String, Optional<Text>> name) {
        var all = new LinkedHashMap<String, Text>();
        codes.forEach(code -> name.apply(code).ifPresent(called -> all.put(code, called)));
        return all;
    }
}
