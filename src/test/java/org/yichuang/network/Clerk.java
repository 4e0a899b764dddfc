package org.yichuang.network;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.signin.Sessions;

/** Somebody at the pages and at the API, who sends and gets bytes: for files, which are not always text. */
public final class Clerk {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String CSRF = "0".repeat(36);
    private static final String PART = "part-of-a-form";

    private final String address;
    private final List<String> headers = new ArrayList<>(List.of("X-XSRF-TOKEN", CSRF));

    private Clerk(int port, String session) {
        this.address = "http://localhost:" + port;
        headers.addAll(List.of("Cookie", "yc_csrf=" + CSRF + session));
    }

    public static Clerk nobody(int port) {
        return new Clerk(port, "");
    }

    /** A demo account of this name. */
    public static Clerk of(ApplicationContext context, int port, String login) {
        return of(context, port, context.getBean(Accounts.class).byLogin(login).orElseThrow());
    }

    public static Clerk of(ApplicationContext context, int port, Account account) {
        Sessions sessions = context.getBean(Sessions.class);
        var clerk = new Clerk(
                port, "; yc_session=" + sessions.open(account, false, "test").token());
        clerk.headers.addAll(List.of(
                "Authorization",
                "Bearer " + sessions.open(account, true, "test").token()));
        return clerk;
    }

    public record Answer(int status, byte[] bytes, HttpResponse<?> raw) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The fields that a problem names. */
        public List<String> fields() {
            return JsonPath.read(text(), "$.errors[*].field");
        }
    }

    public Answer get(String path, String... more) {
        return send("GET", path, null, new byte[0], more);
    }

    public Answer json(String method, String path, String body, String... more) {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8), more);
    }

    public Answer csv(String path, String body) {
        return send("POST", path, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer form(String path, String body) {
        return send("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    /** One file of this name, as a form sends it. */
    public Answer upload(String path, byte[] file, String name) {
        return sent(path, file, name, "");
    }

    /** One file and one word, as a form sends them. */
    public Answer upload(String path, byte[] file, String field, String value) {
        String word =
                "--" + PART + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
        return sent(path, file, "x", word);
    }

    private Answer sent(String path, byte[] file, String name, String before) {
        byte[] head = (before + "--" + PART
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + PART + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + file.length + foot.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(file, 0, whole, head.length, file.length);
        System.arraycopy(foot, 0, whole, head.length + file.length, foot.length);
        return send("POST", path, "multipart/form-data;boundary=" + PART, whole);
    }

    public Answer send(String method, String path, @Nullable String type, byte[] body, String... more) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(
                        method,
                        body.length == 0 && type == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        request.headers(headers.toArray(String[]::new));
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
