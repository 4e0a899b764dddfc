package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** Answers every problem: as RFC 9457 JSON under {@code /api/}, as a page elsewhere. */
@ControllerAdvice
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    /** PostgreSQL's own codes for it: character_not_in_repertoire, untranslatable_character, datetime_field_overflow. */
    private static final Set<String> NOT_TAKEN = Set.of("22021", "22P05", "22008");

    private static final Problem UNREADABLE = new Problem(
            400,
            "unreadable",
            Text.of("请求里有不能用的字符或日期", "The request has characters or dates in it that cannot be used"),
            List.of());

    private static final Problem AWAY = new Problem(
            503,
            "unavailable",
            Text.of(
                    "数据库暂时连不上，请过一会儿再试；得到过答复的都在",
                    "The database cannot be reached just now. Try again in a while; whatever was answered is kept"),
            List.of());
    static final String SAID = ProblemAdvice.class.getName() + ".said";

    /** Forms whose words may be shown to whose session ended; one that asks for a password is none of them. */
    private static final Pattern FORMS = Pattern.compile("^/(desk|apply|my/cases)/");

    private static final Pattern NOT_TYPED = Pattern.compile("_.*|version|revision|step|once|after");
    private static final Pattern PICKED = Pattern.compile("[A-Z_]+|[a-z_]+(:.*)?|true|\\d{12}");

    private static final String RETRY_SECONDS = "30";

    private final UiAdvice ui;
    private final PageAbove pages;

    ProblemAdvice(UiAdvice ui, PageAbove pages) {
        this.ui = ui;
        this.pages = pages;
    }

    /** RFC 9457, with the English beside the Chinese. */
    public record Body(
            String type,
            String title,
            String titleEn,
            int status,
            String detail,
            String detailEn,
            String instance,
            List<FieldProblem> errors) {
        /** What is wrong with one field of the request. */
        public record FieldProblem(String field, String detail, String detailEn) {}
    }

    @ExceptionHandler
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problem, request, response);
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(unreadable(e), request, response);
    }

    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getName(), "这个值的格式不对", "This value has the wrong form"), request, response);
    }

    /** A field or a query that is no UTF-8, or no form at all. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(UNREADABLE, request, response);
    }

    /** What nobody checked and the database does not take: U+0000, a day in the year 999999999. */
    @ExceptionHandler
    @Nullable
    Object notTaken(DataIntegrityViolationException e, HttpServletRequest request, HttpServletResponse response) {
        boolean asked =
                e.getMostSpecificCause() instanceof SQLException cause && NOT_TAKEN.contains(cause.getSQLState());
        return asked ? answer(UNREADABLE, request, response) : other(e, request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getParameterName(), "这一项没有填", "This is missing"), request, response);
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(tooLarge(true), request, response);
    }

    /** A part that should be a file and is a word, or the other way round. */
    @ExceptionHandler
    Object unlike(
            MethodArgumentConversionNotSupportedException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(Problem.invalid(e.getName(), "这个值的格式不对", "This value has the wrong form"), request, response);
    }

    @ExceptionHandler
    Object notParts(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(
                new Problem(
                        400,
                        "not-multipart",
                        Text.of("这里要收文件：请用 multipart/form-data", "Files are expected here: send multipart/form-data"),
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
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return (page ? pages.of(path) : Optional.<String>empty())
                .<Object>map(above -> ResponseEntity.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, above + query)
                        .build())
                .orElseGet(() -> answer(of(HttpStatus.METHOD_NOT_ALLOWED.value(), request), request, response));
    }

    @ExceptionHandler
    @Nullable
    Object other(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(of(known.getStatusCode().value(), request), request, response);
        }
        if (DatabaseAway.caused(e)) {
            log.warn("{} {}: the database is away: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
            return answer(AWAY, request, response);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                new Problem(
                        500,
                        "internal",
                        Text.of("服务器出了错，什么都没有改动", "The server failed; nothing was changed"),
                        List.of()),
                request,
                response);
    }

    /** What a filter finds, where no controller is asked. */
    public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(SAID, problem);
        response.sendError(problem.status());
    }

    /** The problem of an answer that has a status only. */
    static Problem of(int status, HttpServletRequest request) {
        return switch (status) {
            case 413 -> tooLarge(BodyLimit.files(request.getContentType()));
            case 503 -> AWAY;
            default -> new Problem(status, slug(status), words(status), List.of());
        };
    }

    static Problem tooLarge(boolean file) {
        int most = BodyLimit.WITHOUT_FILES_MB;
        return file
                ? new Problem(
                                413,
                                "too-large",
                                Text.of("文件太大，最多 20 MB", "The file is too large: at most 20 MB"),
                                List.of())
                        .at("file")
                : new Problem(
                        413,
                        "too-large",
                        Text.of("请求太大，最多 " + most + " MB", "The request is too large: at most " + most + " MB"),
                        List.of());
    }

    public Object answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem == AWAY) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(problem, request.getRequestURI()));
        }
        var page = new ModelAndView("part/problem");
        page.setStatus(HttpStatus.valueOf(problem.status()));
        page.addObject("ui", problem == AWAY ? ui.withoutDesk(request, response) : ui.of(request, response));
        page.addObject("problem", problem);
        page.addObject("typed", problem.status() == HttpStatus.UNAUTHORIZED.value() ? typed(request) : List.of());
        return page;
    }

    /** What somebody typed whose session had ended: they see it again, to copy it; what was only picked is left out. */
    private static List<String> typed(HttpServletRequest request) {
        if (!FORMS.matcher(request.getRequestURI()).find()) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.matcher(field.getKey()).matches())
                .flatMap(field -> Stream.of(field.getValue()))
                .filter(value -> !value.isBlank() && !PICKED.matcher(value).matches())
                .toList();
    }

    public static Body body(Problem problem, String instance) {
        Text title = words(problem.status());
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

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException bad && !bad.getPath().isEmpty()) {
            String field = bad.getPath().stream()
                    .map(ref -> ref.getPropertyName() == null ? "[" + ref.getIndex() + "]" : ref.getPropertyName())
                    .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
                    .orElse("");
            return Problem.invalid(field, "这一项不认识，或者格式不对", "This field is unknown or has the wrong form");
        }
        if (e.getCause() instanceof InputCoercionException big && big.processor() instanceof JsonParser parser) {
            return Problem.invalid(field(parser), "这个数太大", "This number is too large");
        }
        String where = e.getCause() instanceof JacksonException json && json.getLocation() != null
                ? String.format(
                        Locale.ROOT,
                        "line %d, column %d",
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr())
                : "";
        return new Problem(400, "unreadable", Text.of("请求读不懂 " + where, "The body cannot be read " + where), List.of());
    }

    /** {@code pauses[0].start}, where the parser stands. */
    private static String field(JsonParser parser) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        return path.replaceAll("/(\\d+)(?=/|$)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    }

    private static String slug(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "refused"
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Text words(int status) {
        return switch (status) {
            case 400 -> Text.of("请求有误", "Bad request");
            case 401 -> Text.of("需要登录", "Sign-in required");
            case 403 -> Text.of("不能这样做", "Not allowed");
            case 404 -> Text.of("没有找到", "Not found");
            case 405 -> Text.of("不支持这种方法", "Method not allowed");
            case 409 -> Text.of("现在不能这样做", "Not possible now");
            case 413 -> Text.of("太大了", "Too large");
            case 415 -> Text.of("不支持这种格式", "Unsupported media type");
            case 422 -> Text.of("有一项要改", "Something needs to be corrected");
            case 429 -> Text.of("太频繁了", "Too many requests");
            case 503 -> Text.of("暂时办不了", "Not available just now");
            default -> status < 500 ? Text.of("请求有误", "Bad request") : Text.of("服务器出错", "Server error");
        };
    }
}
