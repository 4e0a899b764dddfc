package org.yichuang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the network: keeps cookies, follows no redirect, and puts the hidden field against forgery into each form.
 * For pages by {@link #get} and {@link #post}, for JSON by {@link #api}.
 */
public final class Web {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String CSRF = "yc_csrf";

    private final String address;
    private final Map<String, String> cookies = new TreeMap<>();
    private @Nullable String bearer;
    private @Nullable String forwarded;
    private boolean keyed;
    private boolean parts;

    public Web(int port) {
        this("http://localhost:" + port);
    }

    private Web(String address) {
        this.address = address;
    }

    /** The same session, on another connection. */
    public Web again() {
        var other = new Web(address);
        other.cookies.putAll(cookies);
        return other;
    }

    /** An answer: status, body, and the path it leads to. */
    public record Answer(int status, String body, @Nullable String location, HttpResponse<String> raw) {}

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** What a page says, which is one that there is: for another {@link #get}. */
    public String page(String path) {
        Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Posts a form: names and values in turn. */
    public Answer post(String path, String... fields) {
        return form("POST", path, fields);
    }

    /** As a form that saves by itself is sent. */
    public Answer put(String path, String... fields) {
        return form("PUT", path, fields);
    }

    private Answer form(String method, String path, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        if (!cookies.containsKey(CSRF)) {
            get("/sign-in");
        }
        form.put("_csrf", cookies.getOrDefault(CSRF, ""));
        return send(method, path, "application/x-www-form-urlencoded", encoded(form));
    }

    public Answer api(String method, String path, @Nullable String json) {
        return send(method, path, json == null ? null : "application/json", json);
    }

    /** With this token from now on. */
    public Web bearer(@Nullable String token) {
        bearer = token;
        return this;
    }

    /** As htmx asks for a part of a page. */
    public Web parts() {
        parts = true;
        return this;
    }

    /** By way of a proxy that says where it comes from. */
    public Web from(String client) {
        forwarded = client;
        return this;
    }

    /** Each request with an idempotency key of its own. */
    public Web keyed() {
        keyed = true;
        return this;
    }

    public Web signedIn(String name, String password) {
        Answer answer = post("/sign-in", "name", name, "password", password);
        if (answer.status() != 302) {
            throw new AssertionError("not signed in: " + answer.status());
        }
        return this;
    }

    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    public Web cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Answer send(String method, String path, @Nullable String type, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers(type).forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").map(this::path).orElse(null),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String path(String location) {
        return location.startsWith(address) ? location.substring(address.length()) : location;
    }

    private Map<String, String> headers(@Nullable String type) {
        Map<String, String> headers = new HashMap<>();
        if (type != null) {
            headers.put("Content-Type", type);
        }
        if (bearer != null) {
            headers.put("Authorization", "Bearer " + bearer);
        }
        if (forwarded != null) {
            headers.put("X-Forwarded-For", forwarded);
        }
        if (parts) {
            headers.put("HX-Request", "true");
        }
        if (keyed) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers;
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
