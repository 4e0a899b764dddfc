package org.yichuang.shared.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.catalina.core.StandardHost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.yaml.JacksonYamlHttpMessageConverter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yichuang.shared.Days;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Pages by JTE, access by {@link Access}, the visitor and the {@link Ui} as parameters. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final IdempotencyKey keys;
    private final UiAdvice ui;

    WebConfiguration(IdempotencyKey keys, UiAdvice ui) {
        this.keys = keys;
        this.ui = ui;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor());
        registry.addInterceptor(new QueryCheck());
        registry.addInterceptor(new NoBody());
        registry.addInterceptor(new OneFile());
        registry.addInterceptor(keys);
        registry.addInterceptor(ui);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Parameter<>(Visitor.class, (request, response) -> AccessInterceptor.visitor(request)));
        resolvers.add(new Parameter<>(Ui.class, ui::of));
    }

    /** A body is JSON: as YAML, which a library brings along, none of what {@link #strict} refuses would be refused. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(converter -> converter instanceof JacksonYamlHttpMessageConverter));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, Days::parse);
    }

    /**
     * An empty text is no id, no date and no code, a number no text; a date has no time of day. A field stands in a body
     * once: of two, others that read it may take the first.
     */
    @Bean
    JsonMapperBuilderCustomizer strict() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withConfigOverride(LocalDate.class, day -> day.setFormat(JsonFormat.Value.forLeniency(Boolean.FALSE)));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors() {
        return server -> server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(BareErrors.class.getName()));
    }

    @Bean
    WebMvcRegistrations mappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new MappingsByPrefix();
            }
        };
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    static ViewResolver pages(TemplateEngine templates, UiAdvice ui, ProblemAdvice problems) {
        return (name, locale) -> name.contains(":") ? null : new Page(templates, name, ui, problems);
    }

    private record Page(TemplateEngine templates, String name, UiAdvice ui, ProblemAdvice problems) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Utf8ByteOutput output;
            try {
                output = written(name, model, request, response);
            } catch (RuntimeException e) {
                // the layout asks for the frame of the desk when no controller could tell any more that it failed
                if (!DatabaseAway.caused(e) || !(problems.other(e, request, response) instanceof ModelAndView told)) {
                    throw e;
                }
                output = written(requireNonNull(told.getViewName()), told.getModel(), request, response);
            }
            // a page has a thousand parts, and each one written for itself goes through every wrapper of the answer
            var whole = new ByteArrayOutputStream(output.getContentLength());
            output.writeTo(whole);
            response.setContentType(getContentType());
            response.setContentLength(whole.size());
            whole.writeTo(response.getOutputStream());
        }

        private Utf8ByteOutput written(
                String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            Ui shown = ui.of(request, response);
            parameters.putIfAbsent("ui", shown);
            response.setLocale(shown.en() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
            var output = new Utf8ByteOutput();
            templates.render(name + ".jte", parameters, output);
            return output;
        }
    }

    /** What a controller asks for by its type alone. */
    private record Parameter<T>(Class<T> type, BiFunction<HttpServletRequest, HttpServletResponse, T> value)
            implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return value.apply(
                    requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                    requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        }
    }
}
