package org.yichuang.documents;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** A plain client that follows no redirection and takes every status as an answer. */
public final class Http {
    private final RestClient client;

    public Http(int port) {
        var factory = new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(java.net.HttpURLConnection connection, String method)
                    throws java.io.IOException {
                super.prepareConnection(connection, method);
                connection.setInstanceFollowRedirects(false);
            }
        };
        client = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .requestFactory(factory)
                .build();
    }

    public record Answer(int status, HttpHeaders headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }
    }

    public Answer get(String path, Map<String, String> headers) {
        return send(HttpMethod.GET, path, headers, null, null);
    }

    public Answer get(String path) {
        return get(path, Map.of());
    }

    /** Sends one file as a form does. */
    public Answer upload(
            String path, Map<String, String> headers, byte[] file, String name, Map<String, String> fields) {
        var parts = new LinkedMultiValueMap<String, Object>();
        fields.forEach(parts::add);
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return send(HttpMethod.POST, path, headers, parts, MediaType.MULTIPART_FORM_DATA);
    }

    private Answer send(
            HttpMethod method,
            String path,
            Map<String, String> headers,
            @Nullable Object body,
            @Nullable MediaType type) {
        var request = client.method(method).uri(path).headers(all -> headers.forEach(all::set));
        if (body != null && type != null) {
            request.contentType(type).body(body);
        }
        return Objects.requireNonNull(request.exchange((sent, answer) -> new Answer(
                answer.getStatusCode().value(),
                answer.getHeaders(),
                answer.getBody().readAllBytes())));
    }
}
