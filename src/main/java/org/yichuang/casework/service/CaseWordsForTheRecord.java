package org.yichuang.casework.service;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.store.CaseLists;
import org.yichuang.casework.store.DenialStore;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterKind;
import org.yichuang.journal.RecordWords;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.network.Window;
import org.yichuang.shared.Text;

/** Says to who reads the record what happened to cases and denials, in the words of the timeline, and which they are. */
@Component
@Order(10)
class CaseWordsForTheRecord implements RecordWords {
    private static final Map<String, Text> KINDS = kindsInOrder();

    private static final Map<String, Text> KEYS = RecordWords.inOrder(
            entry("from", Text.of("原状态", "State before")),
            entry("to", Text.of("新状态", "New state")),
            entry("rule", Text.of("依据", "Rule")),
            entry("name", Text.of("名称", "Name")),
            entry("nameEn", Text.of("英文名称", "English name")),
            entry("verdict", Text.of("结论", "Verdict")),
            entry("judgement", Text.of("复核意见", "Judgement")),
            entry("act", Text.of("行为", "Act")),
            entry("proposal", Text.of("报请事项", "What was asked for")),
            entry("cause", Text.of("中止事由", "Cause")),
            entry("due", Text.of("期限", "Due")),
            entry("newDue", Text.of("新期限", "New due date")),
            entry("oldDue", Text.of("原期限", "Due before")),
            entry("promise", Text.of("承诺时限", "Promise")),
            entry("statute", Text.of("法定时限", "Statute")),
            entry("promiseDue", Text.of("承诺期限", "Promise due")),
            entry("newPromiseDue", Text.of("新承诺期限", "New promise due")),
            entry("oldPromiseDue", Text.of("原承诺期限", "Promise due before")),
            entry("statuteDue", Text.of("法定期限", "Statute due")),
            entry("newStatuteDue", Text.of("新法定期限", "New statute due")),
            entry("oldStatuteDue", Text.of("原法定期限", "Statute due before")),
            entry("reviewDue", Text.of("复核期限", "Review due")),
            entry("newReviewDue", Text.of("新复核期限", "New review due")),
            entry("oldReviewDue", Text.of("原复核期限", "Review due before")),
            entry("deliveryDue", Text.of("送达期限", "Delivery due")),
            entry("stepDue", Text.of("环节期限", "Step due")),
            entry("steps", Text.of("环节", "Steps")),
            entry("way", Text.of("领取方式", "Way of delivery")),
            entry("opinion", Text.of("意见", "Opinion")),
            entry("reason", Text.of("理由", "Reason")),
            entry("reasons", Text.of("理由", "Reasons")),
            entry("finding", Text.of("结果", "Finding")),
            entry("remark", Text.of("说明", "Remark")),
            entry("question", Text.of("质询", "Question")),
            entry("answer", Text.of("答复", "Answer")),
            entry("what", Text.of("更正内容", "What was corrected")),
            entry("defects", Text.of("要补正的", "To be corrected")),
            entry("again", Text.of("再次", "Again")),
            entry("later", Text.of("只说第一次告知以后收到的", "Only of what came after the one notice")),
            entry("lapsed", Text.of("没有办完的报请", "Request that lapsed")),
            entry("leave", Text.of("准许再次告知的理由", "Why it was allowed to be asked for again")),
            entry("told", Text.of("告知内容", "What was told")),
            entry("note", Text.of("备注", "Note")),
            entry("article", Text.of("条款", "Article")),
            entry("articles", Text.of("条款", "Articles")),
            entry("channel", Text.of("渠道", "Channel")),
            entry("begun", Text.of("从哪里开始填", "Begun")),
            entry("draft", Text.of("草稿", "Draft")),
            entry("saved", Text.of("草稿存于", "Draft saved")),
            entry("unit", Text.of("单位", "Unit")),
            entry("window", Text.of("窗口", "Window")),
            entry("division", Text.of("区划", "Division")),
            entry("start", Text.of("起算", "Counted from")),
            entry("projected", Text.of("预计期限", "Expected due date")),
            entry("expectedEnd", Text.of("预计结束", "Expected to end")),
            entry("amount", Text.of("延长", "Extended by")),
            entry("workingDays", Text.of("用了几个工作日", "Working days taken")),
            entry("onTime", Text.of("按时", "On time")),
            entry("materials", Text.of("材料", "Materials")),
            entry("changed", Text.of("改动了", "Changed")),
            entry("before", Text.of("原来的回答", "Answers before")),
            entry("replaced", Text.of("被替换的材料", "Materials replaced")),
            entry("companion", Text.of("另一名工作人员", "Second officer")),
            entry("askedBy", Text.of("报请人", "Asked for by")),
            entry("by", Text.of("经办人", "By")),
            entry("itemVersion", Text.of("事项版本", "Version of the item")),
            entry("item", Text.of("事项", "Item")),
            entry("number", Text.of("编号", "Number")),
            entry("step", Text.of("环节代码", "Step")),
            entry("companionAccount", Text.of("另一名工作人员的账号", "Second officer's account")),
            entry("letters", Text.of("文书", "Letters")),
            entry("kind", Text.of("种类", "Kind")),
            entry("material", Text.of("材料代码", "Material")),
            entry("file", Text.of("文件", "File")),
            entry("denial", Text.of("否定报备", "Denial filed")),
            entry("case", Text.of("办件", "Case")),
            entry("id", Text.of("内部编号", "Id")),
            entry("filed", Text.of("所交内容的指纹", "Fingerprint of what was filed")),
            entry("sha256", Text.of("指纹", "Fingerprint")));

    private static final Map<String, LegalRule> RULES = Stream.concat(
                    Transitions.TABLE.stream().map(Edge::rule),
                    Stream.of(LegalRule.AL_31, LegalRule.AUTHORISED, LegalRule.PROMISE))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(LegalRule::id, rule -> rule));

    private final CaseLists cases;
    private final DenialStore denials;
    private final Network network;
    private final Catalogue catalogue;
    /** Those of a page's cases, by their numbers. */
    private final Map<String, Integer> itemVersions;

    @Autowired
    CaseWordsForTheRecord(CaseLists cases, DenialStore denials, Network network, Catalogue catalogue) {
        this(cases, denials, network, catalogue, Map.of());
    }

    private CaseWordsForTheRecord(
            CaseLists cases,
            DenialStore denials,
            Network network,
            Catalogue catalogue,
            Map<String, Integer> itemVersions) {
        this.cases = cases;
        this.denials = denials;
        this.network = network;
        this.catalogue = catalogue;
        this.itemVersions = itemVersions;
    }

    @Override
    public RecordWords of(Collection<Map<String, String>> payloads) {
        Set<String> numbers = payloads.stream()
                .map(payload -> payload.getOrDefault("number", ""))
                .filter(CaseNumber::valid)
                .collect(Collectors.toSet());
        return numbers.isEmpty()
                ? this
                : new CaseWordsForTheRecord(cases, denials, network, catalogue, cases.itemVersions(numbers));
    }

    /** In the order of a case's life. */
    private static Map<String, Text> kindsInOrder() {
        Map<String, Text> titles = TimelineWords.titles();
        var all = new LinkedHashMap<String, Text>();
        all.put("case", Text.of("办件", "Cases"));
        Stream.concat(
                        Transitions.TABLE.stream().map(Edge::journal),
                        titles.keySet().stream().sorted())
                .forEach(
                        kind -> Optional.ofNullable(titles.get(kind)).ifPresent(title -> all.putIfAbsent(kind, title)));
        all.put("draft", Text.of("草稿", "Drafts"));
        all.put(WindowDrafts.SHOWN, Text.of("窗口看了本人在网上的草稿", "Draft begun online shown at a window"));
        all.put(WindowDrafts.OPENED, Text.of("窗口打开了草稿里的文件", "File of a draft opened at a window"));
        all.put(WindowDrafts.MISTAKEN, Text.of("窗口要看草稿，输的不是本人的号码", "Wrong number given at a window for a draft"));
        all.put("denial", Text.of("否定报备的复核", "Reviews of denials"));
        all.put(DenialDues.MOVED, Text.of("工作日历调整，重算复核期限", "The calendar was amended; the review is due anew"));
        return all;
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
            case "from", "to" -> named(State.values(), State::name, value).map(State::text);
            case "rule" ->
                Optional.ofNullable(RULES.get(value))
                        .filter(rule -> applies(rule, payload))
                        .map(LegalRule::article);
            case "verdict" -> named(Verdict.values(), Verdict::name, value).map(Verdict::text);
            case "judgement" ->
                named(Judgement.values(), Judgement::name, value).map(Judgement::text);
            case "act", "proposal" ->
                named(ActKind.values(), ActKind::slug, value).map(ActKind::text);
            case "cause" -> named(PauseCause.values(), PauseCause::name, value).map(PauseCause::text);
            case "reason" ->
                named(DenialFiling.Reason.values(), DenialFiling.Reason::name, value)
                        .map(DenialFiling.Reason::text);
            case "channel", "begun" ->
                named(Channel.values(), Channel::name, value).map(Channel::text);
            case "promise", "statute" -> limit(value).map(Limit::text);
            case "amount" -> number(value).flatMap(amount -> extended(amount, payload));
            case "way" -> named(DeliveryWay.values(), DeliveryWay::name, value).map(DeliveryWay::text);
            case "kind" -> named(LetterKind.values(), LetterKind::name, value).map(LetterKind::title);
            case "unit" -> network.unit(value).map(Unit::name);
            case "window" -> network.window(value).map(Window::label);
            case "division" -> network.division(value).map(Division::name);
            case "item" -> catalogue.card(value).map(ItemCard::name);
            default -> Optional.empty();
        };
    }

    /** Where the item is no licence, or it is not known any more whether it is, no article of the Licensing Law is named. */
    private boolean applies(LegalRule rule, Map<String, String> payload) {
        return !rule.licensing() || item(payload).filter(ItemVersion::licence).isPresent();
    }

    /** The item of the entry's case, of the version that the case goes by; of no case, as it is today. */
    private Optional<ItemVersion> item(Map<String, String> payload) {
        String code = payload.getOrDefault("item", "");
        return Optional.ofNullable(itemVersions.get(payload.getOrDefault("number", "")))
                .flatMap(version -> catalogue.find(code, version))
                .or(() -> catalogue.published(code));
    }

    /** By so much in the unit that the item's cases are extended in. */
    private Optional<Text> extended(int amount, Map<String, String> payload) {
        return item(payload)
                .map(ItemVersion::extension)
                .map(limit -> limit.unit().text(amount));
    }

    /** {@code 20 WORKING_DAY}, as an acceptance writes it. */
    private static Optional<Limit> limit(String written) {
        int between = written.indexOf(' ');
        return between < 0
                ? Optional.empty()
                : number(written.substring(0, between))
                        .flatMap(amount -> named(Limit.Unit.values(), Limit.Unit::name, written.substring(between + 1))
                                .map(unit -> new Limit(amount, unit)));
    }

    private static Optional<Integer> number(String written) {
        return written.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(written)) : Optional.empty();
    }

    @Override
    public Map<String, Text> names(String type, Collection<String> codes) {
        return switch (type) {
            case "case" -> cases.names(RecordWords.ids(codes));
            case "denial" -> denials.names(RecordWords.ids(codes));
            default -> Map.of();
        };
    }

    /** A case number that no case has is the subject itself. */
    @Override
    public Optional<String> subject(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        return WorkFilter.caseNumber(number)
                ? (CaseNumber.valid(number) ? cases.id(number).map(Recording::subject) : Optional.<String>empty())
                        .or(() -> Optional.of(typed))
                : Optional.empty();
    }

    private static <E> Optional<E> named(E[] values, Function<E, String> code, String value) {
        return Arrays.stream(values)
                .filter(one -> code.apply(one).equals(value))
                .findFirst();
    }
}
