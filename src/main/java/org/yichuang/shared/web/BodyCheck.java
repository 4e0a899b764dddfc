package org.yichuang.shared.web;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/**
 * Checks every JSON body against its own record: a component that is not marked {@link Nullable} has to be there. What is
 * missing is one problem that names each field by its path, before any controller sees the body.
 */
@ControllerAdvice
class BodyCheck extends RequestBodyAdviceAdapter {
    private static final Text MISSING = Text.of("这一项没有填", "This is missing");
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

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = new ArrayList<FieldError>();
        look(body, "", missing);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
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
