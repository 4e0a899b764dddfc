package org.yichuang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    /**
     * Chinese that has no pair to stand in: the wording of official letters, which are Chinese documents by law; names of
     * people, places and holidays; patterns that look for Chinese words; and days, numbers and counts whose English is
     * the other branch of the same expression.
     */
    private static final Set<String> DATA = Set.of(
            // letters
            "Begin.java",
            "DeliveryActs.java",
            "IntakeActs.java",
            "Opening.java",
            "ReviewActs.java",
            "Wording.java",
            "LetterWriter.java",
            "ApplicationPapers.java",
            "LetterContent.java",
            "Citation.java",
            "Remedies.java",
            "Seal.java",
            "Words.java",
            // names and patterns
            "HolidayName.java",
            "DemoCentres.java",
            "DemoPlace.java",
            "DemoUnits.java",
            "GuideRules.java",
            "FeeRules.java",
            "LimitRules.java",
            "Query.java",
            "MaterialRules.java",
            "Material.java",
            "SampleForms.java",
            // days, numbers, counts
            "Days.java",
            "FaceWords.java",
            "Clocks.java",
            "DueStory.java",
            "OpeningHours.java",
            "Ui.java",
            "Reasons.java",
            "TaskList.java",
            "ItemText.java",
            "GuidePage.java",
            "RecordChart.java",
            "Where.java");

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
                .map(literal -> file + ":" + literal.line() + ": " + literal.text());
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
    void the_reader_of_sources_tells_a_pair_from_one_alone() {
        assertThat(Calls.literals(
                        "f(\"甲\", \"A one\"); g(\"乙\"); /* \"丙\" */ h(x ? \"丁\" : \"戊\", k(\"D\" + \"ee\"));"))
                .filteredOn(literal -> Sources.chinese(literal.text()) && !literal.pair())
                .extracting(Calls.Literal::text)
                .containsExactly("乙", "丁", "戊");
    }
}
