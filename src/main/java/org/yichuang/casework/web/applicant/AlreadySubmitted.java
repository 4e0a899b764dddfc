package org.yichuang.casework.web.applicant;

import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A page of a draft was opened that has become a case since: by the back button, or from an old link. */
final class AlreadySubmitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID caseId;

    /** @param caseId which was the draft's id */
    AlreadySubmitted(UUID caseId) {
        super("The draft is a case now: " + caseId);
        this.caseId = caseId;
    }

    /** Leads to the case, before what answers every exception. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class ToTheCase {
        @ExceptionHandler
        String submitted(AlreadySubmitted draft) {
            return "redirect:/my/cases/" + draft.caseId;
        }
    }
}
