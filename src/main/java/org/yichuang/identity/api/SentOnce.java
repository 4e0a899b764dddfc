package org.yichuang.identity.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yichuang.identity.store.AnswerStore;
import org.yichuang.identity.store.AnswerStore.Answer;
import org.yichuang.identity.store.AnswerStore.Known;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.BodyLimit;
import org.yichuang.shared.web.DatabaseAway;
import org.yichuang.shared.web.IdempotencyKey;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Visitor;

/**
 * {@code Idempotency-Key}, and {@code once} of a page's form, so that a button pressed twice acts once: the same request
 * with the same key is done once and answered the same way, however often and from however many connections it is sent;
 * the key with another request is refused (409), or from strangers, whom nothing tells apart, it is another request.
 * What was done and the answer are one transaction, and nothing is answered before it is committed; what failed was not
 * done, and may be sent again. A request without a key costs nothing here.
 */
@Component
@Order(10)
class SentOnce extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(SentOnce.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FORM = IdempotencyKey.FIELD + "=";
    /** No other form may be sent so: what it writes as it fails, a wrong password counted, would be taken back. */
    private static final Pattern FORMS = Pattern.compile(
            "^/(desk/(intake/|cases/[^/]+/act/|denials/|questions/)|my/cases/[^/]+/(supplement|withdraw|received|delivery)$)");

    /** Where somebody's number opens what they began online, and a wrong one is counted; with files it is an application. */
    private static final Pattern NUMBERS = Pattern.compile("^/desk/intake/[^/]+/[^/]+$");

    /** Changes nothing: a key that comes along is passed over, and the answer is that of now. */
    private static final Set<String> ASKING = Set.of("/api/v1/limits/compute", "/api/v1/accounts/find");

    /** So many forms with files at once: storing a file takes a second connection beside the one that holds the claim. */
    private static final int WITH_FILES = 4;

    private static final UUID NOBODY = new UUID(0, 0);

    private static final Problem OTHER = Problem.conflict(
            "idempotency-key-reused",
            "这个请求已经办过一次，那次的内容不一样；要另办一件，请重新打开表格（程序请换一个幂等键）",
            "This was done once with something else in it. To do another, open the form again; a program takes another key");

    private final AnswerStore answers;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Semaphore withFiles = new Semaphore(WITH_FILES, true);

    SentOnce(AnswerStore answers, PlatformTransactionManager transactions, Clock clock) {
        this.answers = answers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return given(request) == null
                || READING.contains(request.getMethod())
                || ASKING.contains(request.getRequestURI())
                || strangersFile(request);
    }

    /** A file is taken of nobody who is not signed in: it is refused unread. */
    private static boolean strangersFile(HttpServletRequest request) {
        String type = request.getContentType();
        return account(request).equals(NOBODY) && (BodyLimit.file(type) || BodyLimit.files(type));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            String key = key(request);
            HttpServletRequest sent = SentRequest.of(request);
            byte[] digest = SentRequest.digest(sent, key);
            if (digest == null) {
                chain.doFilter(sent, response);
                return;
            }
            UUID account = account(request);
            // of strangers, the same key stands for the same request alone
            byte[] kept = account.equals(NOBODY) ? digest : Digest.sha256(key);
            var claim = new Claim(account, kept, digest, key);
            var buffer = new Held(response);
            if (SentRequest.files(sent)) {
                inTurn(claim, sent, buffer, chain);
            } else {
                once(claim, sent, buffer, chain);
            }
            buffer.copyBodyToResponse();
        } catch (Problem problem) {
            ProblemAnswer.send(problem, request, response);
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn("The database cannot be used: {}", DatabaseAway.why(e));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Whose key it is, and what it stands for. */
    private record Claim(UUID account, byte[] key, byte[] digest, String secret) {}

    private void inTurn(Claim claim, HttpServletRequest sent, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        withFiles.acquireUninterruptibly();
        try {
            once(claim, sent, answer, chain);
        } finally {
            withFiles.release();
        }
    }

    private void once(Claim claim, HttpServletRequest sent, ContentCachingResponseWrapper answer, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus transaction = transactions.getTransaction(null);
        boolean done = false;
        try {
            if (SentRequest.files(sent) || BodyLimit.file(sent.getContentType())) {
                answers.waitForFiles();
            }
            if (answers.claim(claim.account(), claim.key(), claim.digest(), clock.instant())) {
                chain.doFilter(sent, answer);
                boolean acted = answer.getStatus() < 400;
                if (acted) {
                    answers.keep(claim.account(), claim.key(), claim.secret(), answer(answer));
                }
                done = acted;
            } else {
                again(answers.known(claim.account(), claim.key(), claim.secret()), claim, answer);
                done = true;
            }
        } finally {
            if (!done) {
                rollback(transaction);
            }
        }
        if (done) {
            transactions.commit(transaction);
        }
    }

    /** On a lost connection this fails too, and says nothing of why: what failed first is answered. */
    private void rollback(TransactionStatus transaction) {
        try {
            transactions.rollback(transaction);
        } catch (RuntimeException e) {
            log.warn("What failed could not be rolled back: {}", e.getMessage());
        }
    }

    /** An answer that is sent when all is committed, where it only leads on too. */
    private static final class Held extends ContentCachingResponseWrapper {
        Held(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) {
            setStatus(SC_FOUND);
            setHeader(HttpHeaders.LOCATION, location);
        }
    }

    private static Answer answer(ContentCachingResponseWrapper answer) {
        return new Answer(
                answer.getStatus(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getContentType(),
                new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void again(Known known, Claim claim, HttpServletResponse response) throws IOException {
        if (!MessageDigest.isEqual(known.digest(), claim.digest())) {
            throw OTHER;
        }
        Answer answer = known.answer();
        response.setStatus(answer.status());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.type() != null) {
            response.setContentType(answer.type());
        }
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** What a program puts into the header, and a page's form into its address: a form's fields are not read here. */
    private static @Nullable String given(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return request.getHeader(IdempotencyKey.HEADER);
        }
        String query = request.getQueryString();
        boolean once = query != null
                && query.startsWith(FORM)
                && FORMS.matcher(request.getRequestURI()).find()
                && (SentRequest.files(request)
                        || !NUMBERS.matcher(request.getRequestURI()).matches())
                && !account(request).equals(NOBODY);
        return once ? query.substring(FORM.length()) : null;
    }

    private static String key(HttpServletRequest request) {
        String key = given(request);
        if (key == null || key.isBlank() || key.length() > IdempotencyKey.LONGEST) {
            throw Problem.invalid(
                    IdempotencyKey.HEADER, "幂等键 1 到 200 个字符", "The idempotency key has 1 to 200 characters");
        }
        return key;
    }

    private static UUID account(HttpServletRequest request) {
        return request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor && visitor.account() != null
                ? visitor.account()
                : NOBODY;
    }
}
