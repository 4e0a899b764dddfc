package org.yichuang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationTests {
    /** The same in both languages, or the name of the other language. */
    private static final Set<String> NAMES = Set.of(
            "12345",
            "7KQ4P-M2PDX",
            "XH26-004172-7",
            "API",
            "PDF",
            "· PDF",
            "Ctrl ↵ Esc",
            "items.json items.csv /api/v1/items",
            "Demo data, without legal effect");

    /** Pieces that stand inside a sentence whose English is built beside it, piece by piece. */
    private static final Set<String> PIECES = Set.of("办理。", "办结", "起", "起；", "件");

    /** The wording of official letters, which are Chinese documents by law; names of places, holidays and characters. */
    private static final Set<String> DATA = Set.of(
            "ApplicationPapers.java",
            "LetterWriter.java",
            "Wording.java",
            "Words.java",
            "DemoCentres.java",
            "DemoPlace.java",
            "HolidayName.java");

    /** A pattern that looks for Chinese words. */
    private static final Pattern PATTERN = Pattern.compile("[|\\[^]");

    /**
     * Chinese that has no pair to stand in, file by file: lines of letters; words that are looked for; and days, numbers
     * and counts whose English is made in brackets of its own beside them.
     */
    private static final Map<String, Set<String>> LINES = Map.ofEntries(
            // letters
            Map.entry("Begin.java", Set.of("承诺办结期限", "（自收到材料之日起）", "法定办结期限")),
            Map.entry(
                    "DeliveryActs.java",
                    Set.of(
                            "送达方式",
                            "邮寄单号",
                            "签收人",
                            "送达时间",
                            "受送达人签名",
                            "送达人签名",
                            "逾期没有补正。",
                            "提出方式",
                            "在窗口提出，由工作人员记录",
                            "理由",
                            "申请人签名")),
            Map.entry(
                    "IntakeActs.java",
                    Set.of(
                            "经监督单位准许再次告知",
                            "补正期限",
                            "逾期没有补正的",
                            "终止办理；可以重新申请",
                            "答复期限起算",
                            "自撤销原来的决定之日（",
                            "自收到补正材料之日（",
                            "）",
                            "更正内容",
                            "请向",
                            "申请。")),
            Map.entry("ReviewActs.java", Set.of("中止原因", "预计结束", "承诺办结期限届满", "法定办结期限届满")),
            Map.entry("LetterContent.java", Set.of("依据：", "持证人", "有效期", "自", "长期", "起长期有效", "至")),
            Map.entry("Citation.java", Set.of("中华人民共和国行政许可法")),
            Map.entry("Remedies.java", Set.of("有管辖权的行政复议机关", "有管辖权的人民法院")),
            Map.entry("Seal.java", Set.of("电子印章·演示", "电子印章")),
            // words that are looked for
            Map.entry("DemoUnits.java", Set.of("区")),
            Map.entry("GuideRules.java", Set.of("证", "证书", "批复", "批文")),
            Map.entry("Query.java", Set.of("请问", "我想要?", "我要")),
            Map.entry("SampleForms.java", Set.of("吗", "有没有", "是否")),
            Map.entry("Clocks.java", Set.of("承诺")),
            // days, numbers, counts
            Map.entry("Days.java", Set.of("一二三四五六日", "年", "月", "日", "周", "小时")),
            Map.entry("FaceWords.java", Set.of("停")),
            Map.entry("OpeningHours.java", Set.of("至")),
            Map.entry("TaskList.java", Set.of("一二三四五六七八九十", "传了", "份")),
            Map.entry("GuidePage.java", Set.of("到场", "次", "份")),
            Map.entry("RecordChart.java", Set.of("当日")));

    @Test
    void templates_write_words_only_through_both_languages() {
        assertThat(Sources.under("src/main/jte", ".jte"))
                .flatMap(file -> VisibleText.of(Sources.read(file)).stream()
                        .filter(run -> Sources.chinese(run.text())
                                || Sources.english(run.text().replaceAll("&\\w+;", " ")))
                        .filter(run -> !NAMES.contains(run.text().replaceAll("\\s+", " ")))
                        .map(run -> file + ":" + run.line() + ": " + run.text())
                        .toList())
                .isEmpty();
    }

    @Test
    void chinese_in_a_templates_expressions_has_its_english() {
        assertThat(alone("src/main/jte", ".jte")).isEmpty();
    }

    @Test
    void chinese_in_the_sources_has_its_english() {
        assertThat(alone("src/main/java", ".java")).isEmpty();
    }

    private static List<String> alone(String directory, String ending) {
        return Sources.under(directory, ending).stream()
                .filter(file -> !DATA.contains(file.getFileName().toString()))
                .flatMap(TranslationTests::alone)
                .toList();
    }

    private static Stream<String> alone(Path file) {
        return Calls.literals(Sources.read(file)).stream()
                .filter(literal -> Sources.chinese(literal.text()) && !literal.pair())
                .filter(literal -> !PIECES.contains(literal.text().strip()))
                .filter(literal -> !PATTERN.matcher(literal.text()).find())
                .filter(literal -> !lines(file).contains(literal.text().strip()))
                .map(literal -> file + ":" + literal.line() + ": " + literal.text());
    }

    private static Set<String> lines(Path file) {
        return LINES.getOrDefault(file.getFileName().toString(), Set.of());
    }

    @Test
    void the_reader_of_templates_sees_what_people_see() {
        assertThat(VisibleText.of("""
                @param String x
                <%-- not this --%>
                @template.layout.portal(ui = ui, title = "no", content = @`<h1 title="Yes 1">Yes 2 ${no("(")}</h1>
                @if(no > 1)是@else<b>${no}</b>@endif`)
                """)).extracting(VisibleText.Run::text).containsExactly("Yes 1", "Yes 2", "是");
    }

    @Test
    void what_is_excepted_is_there() {
        var found = Sources.under("src/main/java", ".java").stream()
                .flatMap(file -> Calls.literals(Sources.read(file)).stream()
                        .filter(literal -> !literal.pair())
                        .map(literal ->
                                file.getFileName() + " " + literal.text().strip()))
                .collect(Collectors.toSet());

        assertThat(LINES.entrySet())
                .flatMap(file -> file.getValue().stream()
                        .map(text -> file.getKey() + " " + text)
                        .toList())
                .isSubsetOf(found);
    }

    @Test
    void the_reader_of_sources_tells_a_pair_from_one_alone() {
        assertThat(Calls.literals(
                        "f(\"甲\", \"A one\"); g(\"乙\"); /* \"丙\" */ h(x ? \"丁\" : \"戊\", k(\"D\" + \"ee\"));"))
                .filteredOn(literal -> Sources.chinese(literal.text()) && !literal.pair())
                .extracting(Calls.Literal::text)
                .containsExactly("乙", "丁", "戊");
    }
}
