package org.yichuang.shared.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;

/** Answers a problem: as RFC 9457 JSON under {@code /api/}, as a page elsewhere. */
@Component
public class ProblemAnswer {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswer.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    static final String SAID = ProblemAnswer.class.getName() + ".said";

    private static final Pattern CODE = Pattern.compile("(?<=/(track|verify|verifications|setup)/)[^/]+");
    private static final String RETRY_SECONDS = "30";

    private final UiAdvice ui;

    ProblemAnswer(UiAdvice ui) {
        this.ui = ui;
    }

    /** RFC 9457, with the English beside the Chinese. */
    public record Body(
            @Schema(
                    description =
                            "`urn:yichuang:problem:` and a name that stays, of those at the tag `problems`; it leads to no page")
            String type,

            @Schema(description = "What the status means, in Chinese")
            String title,

            @Schema(description = "The same in English") String titleEn,

            @Schema(description = "The HTTP status of the answer")
            int status,

            String detail,
            String detailEn,

            @Schema(description = "The address that was asked, without its query")
            String instance,

            List<FieldProblem> errors) {
        /** What is wrong with one field of the request. */
        public record FieldProblem(
                @Schema(
                        description =
                                "`materials[0].file`, a parameter; of answers the key alone; of a window's `application` what stands in it; what cannot be read by its whole path (`application.way`, `answers.seats`); of a file `line 3: unit`")
                String field,

                String detail,
                String detailEn) {}
    }

    /** For the log, which keeps no code: who has one reads a case or a certificate. */
    static String address(HttpServletRequest request) {
        return CODE.matcher(request.getRequestURI()).replaceFirst("*");
    }

    /** What a filter finds, where no controller is asked. */
    public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(SAID, problem);
        response.sendError(problem.status());
    }

    /** What a problem is answered with before any word of it, where its page is a form of its own too. */
    public static void status(Problem problem, HttpServletResponse response) {
        // of a file that could not be read, which is not sent now
        response.setContentLengthLong(-1);
        response.setStatus(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else if (problem instanceof TooMany many) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.seconds()));
        }
    }

    Object of(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        status(problem, response);
        if (problem == StatusProblems.NO_ROOM) {
            log.error(
                    "{} {}: no file can be written in {}",
                    request.getMethod(),
                    address(request),
                    System.getProperty("java.io.tmpdir"));
        }
        if (request.getRequestURI().startsWith("/api/")) {
            if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(problem, request.getRequestURI()));
        }
        var page = new ModelAndView("part/problem");
        page.setStatus(HttpStatus.valueOf(problem.status()));
        page.addObject(
                "ui", problem == StatusProblems.AWAY ? ui.withoutDesk(request, response) : ui(request, response));
        page.addObject("problem", problem);
        boolean lost = problem.status() == HttpStatus.UNAUTHORIZED.value() || problem == StatusProblems.FORM_EXPIRED;
        LostForm form = lost ? LostForm.of(request) : LostForm.NONE;
        page.addObject("typed", form.typed());
        page.addObject("form", form.address());
        page.addObject("asked", SAFE.contains(request.getMethod()));
        return page;
    }

    /**
     * With its frame, and without it where it cannot be made: the database may be away, of which an address that leads
     * nowhere asked nothing yet; or that it cannot be made is what is told.
     */
    private Ui ui(HttpServletRequest request, HttpServletResponse response) {
        try {
            Ui made = ui.of(request, response);
            made.desk();
            return made;
        } catch (RuntimeException e) {
            if (DatabaseAway.caused(e)) {
                log.warn("The database cannot be used: {}", DatabaseAway.why(e));
            } else {
                log.error("{} {}: the frame of the page cannot be made", request.getMethod(), address(request), e);
            }
            return ui.withoutDesk(request, response);
        }
    }

    public static Body body(Problem problem, String instance) {
        Text title = StatusProblems.words(problem.status());
        return new Body(
                "urn:yichuang:problem:" + problem.slug(),
                title.zh(),
                title.en(),
                problem.status(),
                problem.detail().zh(),
                problem.detail().en(),
                instance,
                problem.errors().stream()
                        .map(error -> new Body.FieldProblem(
                                error.field(),
                                error.detail().zh(),
                                error.detail().en()))
                        .toList());
    }
}
