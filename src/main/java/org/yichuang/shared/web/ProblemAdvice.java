package org.yichuang.shared.web;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
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
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Finds the problem in whatever goes wrong; {@link ProblemAnswer} writes it. */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    /** PostgreSQL's own codes for it: character_not_in_repertoire, untranslatable_character, datetime_field_overflow. */
    private static final Set<String> NOT_TAKEN = Set.of("22021", "22P05", "22008");

    private final ProblemAnswer answers;
    private final PageAbove pages;

    ProblemAdvice(ProblemAnswer answers, PageAbove pages) {
        this.answers = answers;
        this.pages = pages;
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw problem;
        }
        return answers.of(problem, request, response);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        return answers.of(UnreadableBody.problem(e), request, response);
    }

    /** Also a part that should be a file and is a word, or the other way round. */
    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MethodArgumentConversionNotSupportedException.class})
    Object mismatch(TypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        String name = String.valueOf(e.getPropertyName());
        return answers.of(Problem.invalid(name, "这个值的格式不对", "This value has the wrong form"), request, response);
    }

    /** A field or a query that is no UTF-8, or no form at all, or too much of one. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answers.of(StatusProblems.of(e, request), request, response);
    }

    /** What nobody checked and the database does not take: U+0000, a day in the year 999999999. */
    @ExceptionHandler
    Object notTaken(DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean asked =
                e.getMostSpecificCause() instanceof SQLException cause && NOT_TAKEN.contains(cause.getSQLState());
        return asked ? answers.of(StatusProblems.UNREADABLE, request, response) : other(e, request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answers.of(Problem.invalid(e.getParameterName(), "这一项没有填", "This is missing"), request, response);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestPartException e, HttpServletRequest request, HttpServletResponse response) {
        return answers.of(Problem.invalid(e.getRequestPartName(), "这一项没有填", "This is missing"), request, response);
    }

    @ExceptionHandler
    Object notParts(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        if (e.getMostSpecificCause() instanceof FileCountLimitExceededException many) {
            return answers.of(StatusProblems.tooMany(many), request, response);
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return answers.of(StatusProblems.tooLarge(true), request, response);
        }
        if (StatusProblems.noRoom(e)) {
            return answers.of(StatusProblems.NO_ROOM, request, response);
        }
        return answers.of(
                BodyLimit.files(request.getContentType()) ? StatusProblems.BROKEN_PARTS : StatusProblems.NO_PARTS,
                request,
                response);
    }

    /** What would be taken is said, in words and in the header that HTTP has for it. */
    @ExceptionHandler
    Object notSuch(HttpMediaTypeNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        String taken = MediaType.toString(e.getSupportedMediaTypes());
        response.setHeader(HttpHeaders.ACCEPT, taken);
        return answers.of(
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
                .orElseGet(() -> answers.of(
                        StatusProblems.of(HttpStatus.METHOD_NOT_ALLOWED.value(), request), request, response));
    }

    /** In the middle of an answer it is the server that logs it and closes the connection, so that nobody takes it for whole. */
    @ExceptionHandler
    Object other(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw e;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answers.of(StatusProblems.of(known.getStatusCode().value(), request), request, response);
        }
        if (DatabaseAway.caused(e)) {
            if (DatabaseAway.readOnly(e)) {
                log.error(
                        "{} {}: the database can only be read", request.getMethod(), ProblemAnswer.address(request), e);
            } else {
                log.warn(
                        "{} {}: the database cannot be used: {}",
                        request.getMethod(),
                        ProblemAnswer.address(request),
                        DatabaseAway.why(e));
            }
            return answers.of(StatusProblems.AWAY, request, response);
        }
        if (DatabaseAway.waited(e)) {
            log.warn(
                    "{} {} waited too long for another transaction",
                    request.getMethod(),
                    ProblemAnswer.address(request));
            return answers.of(StatusProblems.BUSY, request, response);
        }
        log.error("{} {} failed", request.getMethod(), ProblemAnswer.address(request), e);
        return answers.of(
                new Problem(
                        500,
                        "internal",
                        Text.of("服务器出了错，什么都没有改动", "The server failed; nothing was changed"),
                        List.of()),
                request,
                response);
    }
}
