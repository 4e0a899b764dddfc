package org.yichuang.shared.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;

/** Answers every problem: as RFC 9457 JSON under {@code /api/}, as a page elsewhere. */
@ControllerAdvice
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    /** PostgreSQL's own codes for it: character_not_in_repertoire, untranslatable_character, datetime_field_overflow. */
    private static final Set<String> NOT_TAKEN = Set.of("22021", "22P05", "22008");

    static final String SAID = ProblemAdvice.class.getName() + ".said";

    private static final Pattern CODE = Pattern.compile("(?<=/(track|verify|verifications|setup)/)[^/]+");
    private static final String RETRY_SECONDS = "30";

    private final UiAdvice ui;
    private final PageAbove pages;

    ProblemAdvice(UiAdvice ui, PageAbove pages) {
        this.ui = ui;
        this.pages = pages;
    }

    /** RFC 9457, with the English beside the Chinese. */
    public record Body(
            @Schema(description = "`urn:yichuang:problem:` and a name that stays; it leads to no page")
            String type,

            String title,
            String titleEn,
            int status,
            String detail,
            String detailEn,
            String instance,
            List<FieldProblem> errors) {
        /** What is wrong with one field of the request. */
        public record FieldProblem(
                @Schema(description = "`materials[0].file`, an answer's key, a parameter; of a file `line 3: unit`")
                String field,

                String detail,
                String detailEn) {}
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw problem;
        }
        return answer(problem, request, response);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(UnreadableBody.problem(e), request, response);
    }

    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getName(), "这个值的格式不对", "This value has the wrong form"), request, response);
    }

    /** A field or a query that is no UTF-8, or no form at all, or too much of one. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(StatusProblems.of(e, request), request, response);
    }

    /** What nobody checked and the database does not take: U+0000, a day in the year 999999999. */
    @ExceptionHandler
    Object notTaken(DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean asked =
                e.getMostSpecificCause() instanceof SQLException cause && NOT_TAKEN.contains(cause.getSQLState());
        return asked ? answer(StatusProblems.UNREADABLE, request, response) : other(e, request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getParameterName(), "这一项没有填", "This is missing"), request, response);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestPartException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getRequestPartName(), "这一项没有填", "This is missing"), request, response);
    }

    /** A part that should be a file and is a word, or the other way round. */
    @ExceptionHandler
    Object unlike(
            MethodArgumentConversionNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getName(), "这个值的格式不对", "This value has the wrong form"), request, response);
    }

    @ExceptionHandler
    Object notParts(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.getMostSpecificCause() instanceof FileCountLimitExceededException many) {
            return answer(StatusProblems.tooMany(many), request, response);
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return answer(StatusProblems.tooLarge(true), request, response);
        }
        if (StatusProblems.noRoom(e)) {
            return answer(StatusProblems.NO_ROOM, request, response);
        }
        return answer(
                BodyLimit.files(request.getContentType()) ? StatusProblems.BROKEN_PARTS : StatusProblems.NO_PARTS,
                request,
                response);
    }

    /** What would be taken is said, in words and in the header that HTTP has for it. */
    @ExceptionHandler
    Object notSuch(HttpMediaTypeNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        String taken = MediaType.toString(e.getSupportedMediaTypes());
        response.setHeader(HttpHeaders.ACCEPT, taken);
        return answer(
                new Problem(
                        415,
                        "unsupported-media-type",
                        Text.of("不收这种格式；这里收 " + taken, "Not in this format: send " + taken),
                        List.of()),
                request,
                response);
    }

    /** A page asked for at the address of a form: the query, with the language chosen there, goes along. */
    @ExceptionHandler
    Object notAllowed(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean page = e.getMethod().equals("GET") && !path.startsWith("/api/");
        response.setHeader(
                HttpHeaders.ALLOW, String.join(", ", requireNonNullElse(e.getSupportedMethods(), new String[0])));
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return (page ? pages.of(path) : Optional.<String>empty())
                .<Object>map(above -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, above + query)
                        .build())
                .orElseGet(() ->
                        answer(StatusProblems.of(HttpStatus.METHOD_NOT_ALLOWED.value(), request), request, response));
    }

    /** In the middle of an answer it is the server that logs it and closes the connection, so that nobody takes it for whole. */
    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(StatusProblems.of(known.getStatusCode().value(), request), request, response);
        }
        if (DatabaseAway.caused(e)) {
            if (DatabaseAway.readOnly(e)) {
                log.error("{} {}: the database can only be read", request.getMethod(), address(request), e);
            } else {
                log.warn(
                        "{} {}: the database cannot be used: {}",
                        request.getMethod(),
                        address(request),
                        DatabaseAway.why(e));
            }
            return answer(StatusProblems.AWAY, request, response);
        }
        if (DatabaseAway.waited(e)) {
            log.warn("{} {} waited too long for another transaction", request.getMethod(), address(request));
            return answer(StatusProblems.BUSY, request, response);
        }
        log.error("{} {} failed", request.getMethod(), address(request), e);
        return answer(
                new Problem(
                        500,
                        "internal",
                        Text.of("服务器出了错，什么都没有改动", "The server failed; nothing was changed"),
                        List.of()),
                request,
                response);
    }

    /** For the log, which keeps no code: who has one reads a case or a certificate. */
    private static String address(HttpServletRequest request) {
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

    public Object answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
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

    /** Where nothing was asked of the database yet, as for an address that leads nowhere, it may be away. */
    private Ui ui(HttpServletRequest request, HttpServletResponse response) {
        try {
            return ui.of(request, response);
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn("The database cannot be used: {}", DatabaseAway.why(e));
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
