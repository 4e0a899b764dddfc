package org.yichuang.casework.web.applicant;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.Paper;
import org.yichuang.catalogue.Field;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * The answer to the one correction notice.
 *
 * @param asks the fields to mend and those that go with them, as a question's page draws them
 * @param papers what their answers may ask for
 * @param seen marks of the stored answers this page was made from, one for each field
 */
public record SupplementPage(
        CaseView view,
        List<Mend> points,
        QuestionPage asks,
        List<Paper> papers,
        String seen,
        @Nullable Problem problem) {

    /**
     * What mends one field or one material, with everything the notice says about it.
     *
     * @param fields what is answered anew; empty for a material, and where it stands under another point
     * @param handed names of what was handed in before
     * @param kept what was uploaded on this page already, when another point was wrong
     */
    public record Mend(
            List<Defect> defects, Text about, List<Field> fields, String handed, List<SubmittedMaterial> kept) {

        public @Nullable String field() {
            return defects.getFirst().field();
        }

        public @Nullable String material() {
            return defects.getFirst().material();
        }

        public String id() {
            return "materials." + material();
        }
    }

    /** How many points the notice has. */
    public int count() {
        return points.stream().mapToInt(point -> point.defects().size()).sum();
    }

    /**
     * @param answers what stands in the fields
     * @param kept the files that were uploaded so far
     * @param streets the places that the case's place can change to
     */
    static SupplementPage of(
            Asked asked,
            Map<String, Object> answers,
            List<SubmittedMaterial> kept,
            String seen,
            @Nullable Problem problem,
            List<QuestionPage.PlaceOption> streets) {
        CaseView view = asked.view();
        QuestionPage asks = QuestionPage.among(asked.item(), asked.question().fields(), answers, problem, streets);
        var drawn = new HashSet<String>();
        List<Mend> points = asked.defects().stream()
                .collect(Collectors.groupingBy(
                        defect -> List.of(String.valueOf(defect.material()), String.valueOf(defect.field())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> mend(asked, asks, same, kept, drawn))
                .toList();
        List<Paper> papers = asked.papers().stream()
                .map(material -> new Paper(
                        material,
                        Asked.INPUT,
                        Paper.handed(view, material.code()),
                        files(material.code(), kept),
                        false,
                        false))
                .toList();
        return new SupplementPage(view, points, asks, papers, seen, problem);
    }

    private static Mend mend(
            Asked asked, QuestionPage asks, List<Defect> same, List<SubmittedMaterial> kept, Set<String> drawn) {
        Defect defect = same.getFirst();
        String material = String.valueOf(defect.material());
        return new Mend(
                List.copyOf(same),
                CasePage.about(asks.item(), defect),
                fields(asked, asks, defect.field()).stream()
                        .filter(field -> drawn.add(field.key()))
                        .toList(),
                Paper.handed(asked.view(), material),
                files(material, kept));
    }

    private static List<SubmittedMaterial> files(String material, List<SubmittedMaterial> kept) {
        return kept.stream().filter(file -> file.material().equals(material)).toList();
    }

    /** What is drawn for a field that the notice names; one that another decides about stands under that one. */
    private static List<Field> fields(Asked asked, QuestionPage asks, @Nullable String named) {
        if (named == null) {
            return List.of();
        }
        List<Field> own = asked.item().form().toMend(List.of(named));
        List<String> others = asked.named();
        return asks.roots().stream()
                .filter(own::contains)
                .filter(field -> field.key().equals(named) || !others.contains(field.key()))
                .toList();
    }
}
