package org.yichuang.shared.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.yichuang.shared.Page;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the API says of itself at {@code /api/v1/openapi}, beside what the controllers do: who may call, what a problem is. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visitor.class);
        ModelResolver.enumsAsRef = true;
        ModelConverters.getInstance(true).addConverter(new RequiredFields());
    }

    @Bean
    OpenAPI api() throws IOException {
        return new OpenAPI()
                .info(new Info()
                        .title("Yichuang 一窗")
                        .version("1")
                        .description(
                                "Sign in at `POST /api/v1/sessions` and send the token as `Authorization: Bearer …`."
                                        + " A program that acts on cases does it as an officer or an applicant. A system's API"
                                        + " token (`POST /api/v1/systems/{id}/tokens`) reads what anybody may, and its own"
                                        + " account: it sees no case and acts on none. What changes something takes an"
                                        + " `Idempotency-Key`, except where the operation does not list it: there it is refused"
                                        + " (422). The answer is kept for "
                                        + IdempotencyKey.KEPT_DAYS
                                        + " days, sealed with the key: take a random one (a UUID), since who reads the"
                                        + " database finds one that can be guessed. Lists in pages end with `next`:"
                                        + " ask for it with `after`; it is null"
                                        + " on the last one. Other lists come whole. An act on a case names the"
                                        + " `version` it was decided on, which the case and each act's answer have; on"
                                        + " an older one it is refused (409 `stale-version`). What cannot be done is a"
                                        + " problem (RFC 9457) in Chinese and English that names the fields, and"
                                        + " changes nothing; the tag `problems` lists them by name. 400 what cannot be"
                                        + " read, 401 without a token or with one that has ended, 403 not for this"
                                        + " role or post, 404 what is not there or not for this account, 409 what"
                                        + " cannot be done now, 413 too large, 415 not this type, 422 a field by its"
                                        + " name, 429 and 503 once more after `Retry-After`. Bodies are JSON in UTF-8."
                                        + " What is not known in a body or a query is refused, as is what stands there"
                                        + " twice. Times are instants (UTC), days those of the city (Asia/Shanghai)."
                                        + " Null is what is not there, not known or not said, where nothing else is"
                                        + " said of it.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .tags(List.of(new Tag().name("problems").description(text("api-problems.md"))))
                .components(
                        components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "A session's token, which ends at `expiresAt`, before that when it is not"
                                                                + " used for a while, or when it is signed out; or a system's API token,"
                                                                + " which ends at its `expiresAt` or when it is revoked, used or not")));
    }

    /** They come in an order that hangs on their words: one word less, and the committed file is another. */
    @Bean
    OpenApiCustomizer tagsByName() {
        return api -> api.getTags().sort(Comparator.comparing(Tag::getName));
    }

    private static String text(String name) throws IOException {
        return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static Components components() {
        var problem = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemAnswer.Body.class).resolveAsRef(false));
        var components = new Components().addSchemas(PROBLEM, problem.schema);
        problem.referencedSchemas.forEach(components::addSchemas);
        return components;
    }

    /** A body that would be taken, for the operations that have one in {@code api-examples.json}. */
    @Bean
    OperationCustomizer operations() throws IOException {
        Map<String, Object> examples = new JsonMapper()
                .readValue(text("api-examples.json"), new TypeReference<LinkedHashMap<String, Object>>() {});
        return (operation, method) -> {
            described(operation, method);
            Object example = examples.get(operation.getOperationId());
            if (example != null) {
                operation.getRequestBody().getContent().values().forEach(content -> content.setExample(example));
            }
            return operation;
        };
    }

    private static void described(Operation operation, HandlerMethod method) {
        var own = method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (own == null || own.operationId().isEmpty()) {
            String controller = method.getBeanType().getSimpleName().replaceFirst("Api$", "");
            operation.setOperationId(StringUtils.uncapitalize(controller)
                    + StringUtils.capitalize(method.getMethod().getName()));
        }
        operation.getTags().replaceAll(tag -> tag.replaceFirst("-api$", ""));
        if (IdempotencyKey.taken(method) && !takesKey(operation)) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyKey.HEADER)
                    .required(false)
                    .schema(new StringSchema().minLength(1).maxLength(IdempotencyKey.LONGEST)));
        }
        if (ResolvableType.forMethodReturnType(method.getMethod()).resolveGeneric() == Resource.class) {
            Content whole =
                    Objects.requireNonNull(operation.getResponses().get("200")).getContent();
            operation
                    .getResponses()
                    .addApiResponse(
                            "206",
                            new ApiResponse()
                                    .description("The part that Range asks for")
                                    .content(whole))
                    .addApiResponse("416", new ApiResponse().description("There is no such part"));
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(parameter -> common(parameter, forAnyone(AccessInterceptor.rule(method))));
        }
        ApiResponse created = operation.getResponses().get("201");
        if (created != null && method.getMethod().getReturnType() == ResponseEntity.class) {
            created.addHeaderObject(
                    HttpHeaders.LOCATION,
                    new Header().description("Its address").schema(new StringSchema()));
        }
        access(operation, AccessInterceptor.rule(method));
        Limited limited = method.getMethodAnnotation(Limited.class);
        if (limited != null) {
            var seconds = new Header().description("In how many seconds").schema(new IntegerSchema());
            operation
                    .getResponses()
                    .addApiResponse("429", problem(limited.value()).addHeaderObject(HttpHeaders.RETRY_AFTER, seconds));
        }
        operation.getResponses().addApiResponse("default", problem("A problem: nothing was changed"));
    }

    /** What lists and acts have in common, said once. */
    private static void common(Parameter parameter, boolean forAnyone) {
        switch (parameter.getName()) {
            case "after" -> parameter.setDescription("The `next` of the page before; left out: the first page");
            case "size" -> {
                parameter.setDescription("How many a page has; left out: " + Page.DEFAULT_SIZE);
                parameter.getSchema().setMinimum(BigDecimal.ONE);
                parameter.getSchema().setMaximum(BigDecimal.valueOf(Page.MAX_SIZE));
            }
            case "revision" ->
                parameter.setDescription("The one that was looked at; on an older one it is refused (409)");
            case IdempotencyKey.HEADER ->
                parameter.setDescription("A random one (a UUID): the kept answer is sealed with it. Sent again with the"
                        + " same key and the same body it is answered as the first time; with another body it is "
                        + (forAnyone
                                ? "another request, since nothing tells strangers apart; of who is signed in it is"
                                        + " refused (409)"
                                : "refused (409)"));
            default -> {
                // says itself what it is, or api-fields.md does
            }
        }
    }

    private static ApiResponse problem(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static boolean forAnyone(@org.jspecify.annotations.Nullable Access rule) {
        return rule != null && Arrays.asList(rule.value()).contains(Role.ANYONE);
    }

    /** Two methods at one address, for two types of body, are one operation. */
    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> IdempotencyKey.HEADER.equals(parameter.getName()));
    }

    private static void access(Operation operation, @org.jspecify.annotations.Nullable Access rule) {
        if (rule == null || forAnyone(rule)) {
            return;
        }
        operation.setSecurity(List.of(new SecurityRequirement().addList(TOKEN)));
        String whom = "For " + Arrays.stream(rule.value()).map(Role::name).collect(Collectors.joining(", ")) + ".";
        String said = operation.getDescription();
        if (said == null || !said.endsWith(whom)) {
            operation.setDescription(said == null ? whom : said + " " + whom);
        }
    }
}
