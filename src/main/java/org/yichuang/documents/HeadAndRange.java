package org.yichuang.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Reads no file whose content is not sent: where only its headers are asked for, which are those of the whole whatever
 * part is named (RFC 9110, 14.2), or a part that it does not have.
 */
@ControllerAdvice
class HeadAndRange implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return ResourceHttpMessageConverter.class.isAssignableFrom(converter)
                || ResourceRegionHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Resource file = whole(body);
        if (file != null && request.getMethod() == HttpMethod.HEAD) {
            response.setStatusCode(HttpStatus.OK);
            response.getHeaders().remove(HttpHeaders.CONTENT_RANGE);
            response.getHeaders().setContentLength(length(file));
            return null;
        }
        return noSuchPart(response) ? null : body;
    }

    /** The file, or that which the parts are of. */
    private static @Nullable Resource whole(@Nullable Object body) {
        Object first = body instanceof List<?> parts && !parts.isEmpty() ? parts.getFirst() : body;
        return first instanceof ResourceRegion part ? part.getResource() : first instanceof Resource file ? file : null;
    }

    private static boolean noSuchPart(ServerHttpResponse response) {
        return response instanceof ServletServerHttpResponse servlet
                && servlet.getServletResponse().getStatus() == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value();
    }

    private static long length(Resource file) {
        try {
            return file.contentLength();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
