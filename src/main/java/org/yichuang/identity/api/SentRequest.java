package org.yichuang.identity.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Digest;
import org.yichuang.shared.web.BodyLimit;

/** A request whose body was read and can be read again; files are read part by part, since their boundary is by chance. */
final class SentRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    private SentRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
    }

    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        return files(request) ? request : new SentRequest(request);
    }

    /**
     * Method, address, query and body under the key: who does not know the key cannot try bodies. Null for a form that
     * cannot be read, which every endpoint refuses.
     */
    static byte @Nullable [] digest(HttpServletRequest request, String key) {
        try {
            return digested(request, key);
        } catch (IOException | ServletException | IllegalStateException e) {
            return null;
        }
    }

    private static byte[] digested(HttpServletRequest request, String key) throws IOException, ServletException {
        Mac mac = Digest.hmac(key.getBytes(StandardCharsets.UTF_8));
        line(mac, request.getMethod());
        line(mac, request.getRequestURI());
        line(mac, request.getQueryString());
        if (!request.getRequestURI().startsWith("/api/")) {
            // a page's form was read when the field against forgery was looked at
            request.getParameterMap().forEach((name, values) -> line(mac, name + "=" + Arrays.toString(values)));
        }
        if (request instanceof SentRequest sent) {
            mac.update(sent.body);
        } else {
            for (Part part : request.getParts()) {
                line(mac, part.getName());
                line(mac, part.getSubmittedFileName());
                line(mac, Long.toString(part.getSize()));
                all(mac, part);
            }
        }
        return mac.doFinal();
    }

    private static void all(Mac mac, Part part) throws IOException {
        byte[] some = new byte[8192];
        try (InputStream content = part.getInputStream()) {
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                mac.update(some, 0, read);
            }
        }
    }

    private static void line(Mac mac, @Nullable String text) {
        mac.update(((text == null ? "" : text) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static boolean files(HttpServletRequest request) {
        return BodyLimit.files(request.getContentType());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        var content = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return content.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body has been read already; it needs no listener");
            }

            @Override
            public int read() {
                return content.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return content.read(bytes, from, length);
            }
        };
    }
}
