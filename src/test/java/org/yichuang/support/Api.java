package org.yichuang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API with somebody's token: sends what it likes, reads what comes back. */
public final class Api {
    /** Writes everything beyond ASCII as an escape, so that what is no character can be sent as well. */
    public static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String PROBLEM = "urn:yichuang:problem:";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final String address;
    private final @Nullable String token;

    public Api(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** Signs in at a node by name and password. */
    public static Api signedIn(String address, String name, String password) {
        Answer answer = new Api(address, null)
                .post(
                        "/api/v1/sessions",
                        JSON.createObjectNode().put("name", name).put("password", password));
        if (answer.status() != 201) {
            throw new AssertionError("not signed in: " + answer.text());
        }
        return new Api(address, answer.json().path("token").asString());
    }

    /** The same person at another node. */
    public Api at(String other) {
        return new Api(other, token);
    }

    public record Answer(int status, String type, String text, HttpResponse<String> raw) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The problem's stable name; empty when this is none. */
        public String slug() {
            if (!type.startsWith("application/problem+json")) {
                return "";
            }
            String name = json().path("type").asString("");
            return name.startsWith(PROBLEM) ? name.substring(PROBLEM.length()) : "";
        }

        /** The fields that a problem names. */
        public List<String> fields() {
            return slug().isEmpty()
                    ? List.of()
                    : json().path("errors")
                            .valueStream()
                            .map(error -> error.path("field").asString(""))
                            .toList();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** All pages of a list, each by the cursor that the one before it gives. */
    public List<JsonNode> pages(String path) {
        var pages = new ArrayList<JsonNode>();
        for (String next = path; !next.isEmpty(); ) {
            Answer answer = get(next);
            if (answer.status() != 200) {
                throw new AssertionError(next + ": " + answer.text());
            }
            pages.add(answer.json());
            String after = answer.json().path("next").asString("");
            next = after.isEmpty() ? "" : path + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        }
        return pages;
    }

    public Answer post(String path, JsonNode body, String... headers) {
        return send("POST", path, "application/json", bytes(body), headers);
    }

    public static byte[] bytes(JsonNode body) {
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    /** Uploads a PDF; its id. */
    public String upload(String name) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n% " + name + "\n%%EOF\n\r\n--x--\r\n";
        Answer answer = send(
                "POST", "/api/v1/files", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.ISO_8859_1));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.json().path("id").asString();
    }

    public Answer send(String method, String path, @Nullable String type, byte @Nullable [] body, String... headers) {
        try {
            return trySend(method, path, type, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, where the server may be gone. */
    public Answer trySend(String method, String path, @Nullable String type, byte @Nullable [] body, String... headers)
            throws IOException {
        BodyPublisher sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, sent)
                .timeout(Duration.ofSeconds(60));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
