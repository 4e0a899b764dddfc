package org.yichuang.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationTests {
    /** The same in both languages, or the name of the other language. */
    private static final Set<String> NAMES = Set.of("12345");

    /** Chinese that is no text of ours to translate: names of law, of people, of the language's own words. */
    private static final Set<String> DATA = Set.of();

    @Test
    void templates_write_words_only_through_both_languages() {
        assertThat(Sources.under("src/main/jte", ".jte"))
                .flatMap(file -> VisibleText.of(Sources.read(file)).stream()
                        .filter(run -> Sources.chinese(run.text())
                                || Sources.english(run.text().replaceAll("&\\w+;", " ")))
                        .filter(run -> !NAMES.contains(run.text()))
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
