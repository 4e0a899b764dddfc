package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.unless;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Topic;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.catalogue.store.ItemStore;
import org.yichuang.catalogue.store.TopicStore;
import org.yichuang.network.Network;
import org.yichuang.shared.Text;

/** All rules that a version is held against when it is saved, checked and published. */
@Component
public class QualityRules {
    private static final Text NAMES = Text.of("本市事项目录", "The city's own catalogue");

    /** The rules that look at nothing but the version. */
    public static final List<Rule> CONTENT = Stream.of(
                    GuideRules.ALL,
                    LimitRules.ALL,
                    FeeRules.ALL,
                    MaterialRules.ALL,
                    ProcedureRules.ALL,
                    FormRules.ALL,
                    LanguageRules.ALL)
            .flatMap(List::stream)
            .toList();

    private final List<Rule> rules;

    QualityRules(TopicStore topics, Network network, ItemStore items) {
        List<Rule> names = List.of(
                error("DEPARTMENT", NAMES, item -> department(item, network)),
                warning("UNIT", NAMES, item -> unit(item, network)),
                error("TOPIC", NAMES, item -> topic(item, topics)),
                warning("TOPIC-AUDIENCE", NAMES, item -> audience(item, topics)),
                warning("RELATED", NAMES, item -> related(item, items)));
        this.rules = Stream.concat(CONTENT.stream(), names.stream()).toList();
    }

    /** What is wrong, errors first. */
    public List<Finding> check(ItemVersion item) {
        List<Finding> found = rules.stream().flatMap(rule -> rule.check(item)).toList();
        return Stream.concat(
                        found.stream().filter(Finding::error), found.stream().filter(finding -> !finding.error()))
                .toList();
    }

    private static Stream<Fault> department(ItemVersion item, Network network) {
        if (item.department().isBlank()) {
            return Stream.of(Fault.of("department", "没有写部门", "The department is missing"));
        }
        Text known = network.departments().stream()
                .map(one -> named(one.key(), one.name()))
                .collect(Text.joining(", ", ", "));
        return unless(
                network.department(item.department()).isPresent(),
                "department",
                "没有代码为“" + item.department() + "”的部门，可以写的是：" + known.zh(),
                "There is no department “" + item.department() + "”; it is one of: " + known.en());
    }

    private static Text named(String key, Text name) {
        return Text.of(key + " " + name.zh(), key + " " + name.en());
    }

    /** A link on the guide that leads nowhere is not shown, so that nobody would see it miss. */
    private static Stream<Fault> related(ItemVersion item, ItemStore items) {
        Set<String> published = items.published(item.related());
        return item.related().stream()
                .filter(code -> code.equals(item.code()) || !published.contains(code))
                .map(code -> Fault.of(
                        "related",
                        "别的事项里没有已发布的“" + code + "”，页面上不会有它",
                        "No other item is published as “" + code + "”; the page will not show it"));
    }

    /** A guide may be out before its units are entered, but nobody can apply. */
    private static Stream<Fault> unit(ItemVersion item, Network network) {
        return unless(
                network.department(item.department()).isEmpty()
                        || network.units(item.department()).stream()
                                .flatMap(unit -> network.division(unit.division()).stream())
                                .anyMatch(division -> item.levels().contains(division.tier())),
                "levels",
                "这个部门在办理层级上还没有单位，发布了也申请不了：到“网络 · 单位”里加",
                "The department has no unit at these levels yet, so nobody could apply: add one under Network, Units");
    }

    private static boolean inNoTopic(ItemVersion item) {
        return item.themes().isEmpty() && item.lifeEvents().isEmpty();
    }

    private static Stream<Fault> topic(ItemVersion item, TopicStore topics) {
        if (inNoTopic(item)) {
            return Stream.empty();
        }
        List<Topic> known = topics.topics();
        return Stream.concat(
                unknown(item.themes(), Topic.Kind.THEME, known, "themes"),
                unknown(item.lifeEvents(), Topic.Kind.LIFE_EVENT, known, "lifeEvents"));
    }

    /**
     * Topics stand under people or companies, and so does a search that is narrowed to them: each whom the item is for
     * needs a topic of theirs, and a topic for others leads nobody to it.
     */
    private static Stream<Fault> audience(ItemVersion item, TopicStore topics) {
        if (item.audience().isEmpty()) {
            return Stream.empty();
        }
        List<Topic> known = inNoTopic(item) ? List.of() : topics.topics();
        List<Topic> named = known.stream()
                .filter(topic ->
                        (topic.kind() == Topic.Kind.THEME ? item.themes() : item.lifeEvents()).contains(topic.key()))
                .toList();
        return Stream.concat(
                named.stream()
                        .filter(topic -> !item.isFor(topic.audience()))
                        .map(topic -> Fault.of(
                                topic.kind() == Topic.Kind.THEME ? "themes" : "lifeEvents",
                                "“" + topic.name().zh() + "”是“"
                                        + topic.audience().text().zh() + "”的分类，事项不办给他们",
                                "“" + topic.name().en() + "” is a topic of “"
                                        + topic.audience().text().en() + "”, and the item is not for them")),
                item.audience().stream()
                        .filter(who -> named.stream().noneMatch(topic -> topic.audience() == who))
                        .map(who -> Fault.of(
                                "themes",
                                "没有一个主题或阶段是“" + who.text().zh() + "”的：他们按分类找不到",
                                "No theme or life event is one of “"
                                        + who.text().en() + "”: by topic they do not find it")));
    }

    private static Stream<Fault> unknown(List<String> keys, Topic.Kind kind, List<Topic> all, String element) {
        List<Topic> known = all.stream().filter(topic -> topic.kind() == kind).toList();
        Text named =
                known.stream().map(topic -> named(topic.key(), topic.name())).collect(Text.joining(", ", ", "));
        return keys.stream()
                .filter(key -> known.stream().noneMatch(topic -> topic.key().equals(key)))
                .map(key -> Fault.of(
                        element,
                        "没有“" + key + "”这个分类，可以写的是：" + named.zh(),
                        "There is no topic “" + key + "”; it is one of: " + named.en()));
    }
}
