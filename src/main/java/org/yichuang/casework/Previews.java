package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.documents.LetterContent;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** What an act would do, said before it is done. Nothing is stored, and no number or code is used up. */
public interface Previews {
    Preview of(Visitor who, UUID caseId, CaseAct act);

    /**
     * The case after the act, as far as it can be told.
     *
     * @param post the post that it would be recorded with; null where nobody's is, or it cannot be done at all
     * @param letters what the applicant would be sent
     * @param state null when it cannot be done as it is told
     * @param due the next instant that would matter then
     * @param deliveryDue by when a decision would have to be delivered
     * @param wrong what is wrong or missing in what it is told
     * @param whyNot why it cannot be done at all
     */
    record Preview(
            @Nullable String post,
            List<LetterContent> letters,
            @Nullable State state,
            @Nullable Instant due,
            @Nullable Instant deliveryDue,
            List<Problem.FieldError> wrong,
            @Nullable Text whyNot) {
        public static Preview wrong(@Nullable String post, List<Problem.FieldError> errors) {
            return new Preview(post, List.of(), null, null, null, errors, null);
        }

        public static Preview no(Text whyNot) {
            return new Preview(null, List.of(), null, null, null, List.of(), whyNot);
        }
    }
}
