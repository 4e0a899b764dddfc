package org.yichuang.shared.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/**
 * Checks every JSON body: it is UTF-8, and a component of its record that is not marked {@link Nullable} is there. What
 * is missing is one problem that names each field by its path, before any controller sees the body.
 */
@ControllerAdvice
class BodyCheck extends RequestBodyAdviceAdapter {
    private static final Text MISSING = Text.of("这一项没有填", "This is missing");
    private static final Problem NOT_UTF8 =
            new Problem(400, "unreadable", Text.of("请求的正文要用 UTF-8 编码", "The body has to be in UTF-8"), List.of());
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Part.of(type);
        }
    };

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** The reader of JSON takes what is no UTF-8: a character in more bytes than it has, half of a pair of them. */
    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        MediaType said = message.getHeaders().getContentType();
        if (said != null && said.getCharset() != null && !UTF_8.equals(said.getCharset())) {
            throw NOT_UTF8;
        }
        byte[] body = message.getBody().readAllBytes();
        try {
            CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (text.chars().anyMatch(character -> character == 0)) { // as UTF-16 of Latin letters has between them
                throw NOT_UTF8;
            }
        } catch (CharacterCodingException e) {
            throw NOT_UTF8;
        }
        return new Whole(message.getHeaders(), body);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = new ArrayList<FieldError>();
        look(body, "", missing);
        Problem.ifAny(missing);
        return body;
    }

    /** Whether a body may leave it out. */
    static boolean free(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void look(@Nullable Object value, String path, List<FieldError> missing) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                part(list.get(i), path + "[" + i + "]", false, missing);
            }
        } else if (value instanceof Record) {
            for (Part part : PARTS.get(value.getClass())) {
                String name = path.isEmpty() ? part.name() : path + "." + part.name();
                part(part.read(value), name, part.free(), missing);
            }
        }
    }

    private static void part(@Nullable Object value, String name, boolean free, List<FieldError> missing) {
        if (value != null) {
            look(value, name, missing);
        } else if (!free) {
            missing.add(new FieldError(name, MISSING));
        }
    }

    /** A body that was read to its end. */
    private record Whole(HttpHeaders headers, byte[] body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }

    /** A component of a record; looked up once a class, since reflection on annotations costs more than the request. */
    private record Part(String name, boolean free, Method accessor) {
        static List<Part> of(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }

        private static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(component.getName(), BodyCheck.free(component), accessor);
        }

        @Nullable
        Object read(Object body) {
            try {
                return accessor.invoke(body);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
