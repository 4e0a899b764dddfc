package org.yichuang.catalogue.quality;

import static org.yichuang.catalogue.quality.Rule.error;
import static org.yichuang.catalogue.quality.Rule.warning;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.document.Complete;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.catalogue.quality.Rule.Fault;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;

/** What stands there says something, and what is said in Chinese is said in English as well. */
final class LanguageRules {
    private static final Text OWN = Text.of("中英文都要完整", "Complete in both languages");

    private static final Text SEEN = Text.of("写的要看得见、对得上", "What stands there is seen, and fits");

    private static final Text AL_30 = LegalRule.AL_30.article();
    /** Elements that have a rule of their own, or may be empty. */
    private static final Set<String> ELSEWHERE = Set.of("name", "summary", "quantity", "outcome.name", "fee.standard");

    /** What a new item's sample says where it is still to be said. */
    private static final List<Text> SAID = List.of(
            Text.of("事项名称", "Name of the item"),
            Text.of("一句话说清给谁办、办什么。", "One sentence that says for whom it is, and what for."),
            Text.of("法律法规名称", "Name of the law"),
            Text.of("法律法规名称第1条", "Name of the law art. 1"),
            Text.of("要符合的条件", "A condition to be met"));

    static final ItemVersion SAMPLE = new ItemText().read(ItemText.STARTER, "text");

    private LanguageRules() {}

    static final List<Rule> ALL = List.of(
            error("AL-30-EMPTY", AL_30, LanguageRules::empty),
            error("SAMPLE", AL_30, LanguageRules::sample),
            error("CHARACTERS", SEEN, LanguageRules::unfit),
            error("EVIDENCE", SEEN, LanguageRules::unknown),
            warning("ENGLISH", OWN, LanguageRules::untranslated));

    private static Stream<Fault> empty(ItemVersion item) {
        return said(item)
                .filter(said -> said.text.zh().isBlank() && !ELSEWHERE.contains(said.path))
                .map(said ->
                        Fault.of(said.path, "这里是空的：写上内容，或者把这一项删掉", "This is empty: say something, or take it out"));
    }

    private static Stream<Fault> unfit(ItemVersion item) {
        return said(item)
                .filter(said -> !(said.text.zh() + said.text.en()).codePoints().allMatch(PlainText::inLines))
                .map(
                        said -> Fault.of(
                                said.path,
                                "有控制字符，或者改变文字方向的字符，请删掉重写",
                                "There are characters that control something or turn the direction of the text: write it anew"));
    }

    /** Evidence is of an element that there is. */
    private static Stream<Fault> unknown(ItemVersion item) {
        Set<String> elements = Arrays.stream(ItemVersion.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return item.evidence().keySet().stream()
                .filter(key -> !elements.contains(key))
                .map(key -> Fault.of("evidence", "没有“" + key + "”这个要素", "There is no element “" + key + "”"));
    }

    private static Stream<Fault> sample(ItemVersion item) {
        Text result = item.outcome().name();
        return Stream.of(
                        said(item).filter(said -> ofTheSample(said.text)),
                        Stream.of(new Said("outcome.name", result))
                                .filter(said -> result.zh()
                                        .equals(SAMPLE.outcome().name().zh())),
                        item.synonyms().stream()
                                .filter(SAMPLE.synonyms()::contains)
                                .map(word -> new Said("synonyms", Text.same(word))))
                .flatMap(said -> said)
                .map(said -> Fault.of(
                        said.path,
                        "“" + said.text.zh() + "”还是样子里的话，请写这个事项自己的",
                        "“" + said.text.en() + "” is still what the sample says: write the item's own"));
    }

    private static boolean ofTheSample(Text text) {
        return SAID.stream()
                .anyMatch(said -> said.zh().equals(text.zh()) || said.en().equals(text.en()));
    }

    private static Stream<Fault> untranslated(ItemVersion item) {
        return said(item)
                .filter(said -> !said.text.zh().isBlank() && (said.text.en().isBlank() || chinese(said.text.en())))
                .map(
                        said -> Fault.of(
                                said.path,
                                "“" + said.text.zh() + "”没有英文：写在“英文”一格；在 YAML 里写成“中文 | English”，竖线两边有空格",
                                "“" + said.text.zh()
                                        + "” has no English: write it under “English”; in YAML “中文 | English”, with spaces beside the bar"));
    }

    /** A text of an item, and where it stands. */
    private record Said(String path, Text text) {}

    private static Stream<Said> said(ItemVersion item) {
        return said(item, "");
    }

    private static Stream<Said> said(@Nullable Object value, String path) {
        return switch (value) {
            case Text text -> Stream.of(new Said(path, text));
            case List<?> list ->
                IntStream.range(0, list.size()).boxed().flatMap(i -> said(list.get(i), path + "[" + i + "]"));
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents())
                        .flatMap(part -> said(
                                Complete.read(parts, part),
                                path.isEmpty() ? part.getName() : path + "." + part.getName()));
            case null, default -> Stream.empty();
        };
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
