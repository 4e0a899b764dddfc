package org.yichuang.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that says itself that it is too large, before anything reads it: otherwise a form with a file too large
 * would be refused for its CSRF token, which is in the part that is not read. A body that does not say its length is
 * counted while it is read. Of a form with files the server puts every part on the disk before anybody knows who sends it:
 * so it may be large only where files come in, and has to say its length where nothing else counts it. An address has its
 * limit too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class BodyLimit extends OncePerRequestFilter {
    static final int WITHOUT_FILES_MB = 4;
    /** Less than the web server reads of all headers: what it cannot read to the end it can only refuse barely. */
    static final int ADDRESS_KB = 16;

    private static final DataSize WITHOUT_FILES = DataSize.ofMegabytes(WITHOUT_FILES_MB);
    /** A body that is itself a file: one more byte than it may have is told by who reads it, who names the field. */
    private static final DataSize ONE_FILE = DataSize.ofMegabytes(21);

    /** Where forms with many files come in, by how their addresses begin: applications, and corrections of them. */
    private static final List<String> MANY = List.of("/apply/draft/", "/my/cases/", "/desk/intake/", "/desk/cases/");

    /** Where those with one file do: tables, and what is compared or handed in by itself. Elsewhere a form has none. */
    private static final List<String> ONE = List.of(
            "/admin/calendar/",
            "/admin/items/",
            "/admin/network/",
            "/verify/",
            "/api/v1/calendar",
            "/api/v1/files",
            "/api/v1/network/tables/");

    private final DataSize withFiles;

    BodyLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize withFiles) {
        this.withFiles = withFiles;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (address(request) > ADDRESS_KB << 10) {
            response.sendError(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
            return;
        }
        if (anything(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        boolean files = files(request.getContentType());
        DataSize most = files && comes(request, MANY) ? withFiles : takesFile(request) ? ONE_FILE : WITHOUT_FILES;
        long said = request.getContentLengthLong();
        if (said > most.toBytes()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (files && said < 0 && !counted(request)) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
            return;
        }
        chain.doFilter(said < 0 && !files ? new Counted(request, most) : request, response);
    }

    /** Where the server itself counts to no more than it may be; the API's are read of who is signed in alone. */
    private static boolean counted(HttpServletRequest request) {
        return comes(request, MANY)
                || (comes(request, ONE) && request.getRequestURI().startsWith("/api/"));
    }

    private static int address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }

    /** A body that says it is of any type says nothing. */
    private static boolean anything(@Nullable String type) {
        return type != null && type.split(";", 2)[0].contains("*");
    }

    private static boolean comes(HttpServletRequest request, List<String> in) {
        return in.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    /** Whether a file is sent, and to where one is taken. */
    static boolean takesFile(HttpServletRequest request) {
        return file(request.getContentType())
                || (files(request.getContentType()) && (comes(request, MANY) || comes(request, ONE)));
    }

    /** A table as the importers take it: CSV, XLSX, or bytes of which they find out. */
    public static boolean file(@Nullable String type) {
        return begins(type, "text/csv")
                || begins(type, "application/octet-stream")
                || begins(type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    /** A form with files. */
    public static boolean files(@Nullable String type) {
        return begins(type, "multipart/");
    }

    private static boolean begins(@Nullable String type, String with) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(with);
    }

    /** A request whose body ends with a problem where it gets too long. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final DataSize most;
        private @Nullable ServletInputStream stream;

        Counted(HttpServletRequest request, DataSize most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new CountedStream(super.getInputStream(), most);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream in;
        private final DataSize most;
        private long left;

        CountedStream(ServletInputStream in, DataSize most) {
            this.in = in;
            this.most = most;
            this.left = most.toBytes();
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw StatusProblems.tooLarge(most.equals(ONE_FILE));
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
