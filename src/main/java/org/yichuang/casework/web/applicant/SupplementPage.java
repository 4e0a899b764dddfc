package org.yichuang.casework.web.applicant;

import java.util.List;
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
}
