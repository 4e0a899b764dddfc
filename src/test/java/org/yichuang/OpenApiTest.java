package org.yichuang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yichuang.calendar.ExplainedDay;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActRequests;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.domain.Doers;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.catalogue.document.ItemElements;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.IdempotencyKey;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The committed description of the API is what the server says of itself. */
@CityTest
class OpenApiTest {
    private static final Path FILE = Path.of("docs/openapi.yaml");
    private static final Pattern PROBLEM =
            Pattern.compile("\\b(?:conflict|new (?:Problem|TooMany|(?:Result\\.)?No))\\(\\s*"
                    + "(?:(?<status>\\d{3}),\\s*)?(?<name>\"[a-z-]+\"|[A-Z_]+),");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @Test
    void the_committed_file_is_what_the_running_server_says() throws IOException {
        String running = new Web(port).get("/api/v1/openapi.yaml").body();
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(FILE, running);
        }

        assertThat(FILE).exists();
        assertThat(Files.readString(FILE))
                .as("docs/openapi.yaml against the running server; ./verify --renew-openapi writes it anew")
                .isEqualTo(running);
    }

    @Test
    void each_endpoint_says_what_it_is_for_who_may_call_it_and_what_a_problem_is() {
        String running = new Web(port).get("/api/v1/openapi").body();
        List<Map<String, Object>> operations = JsonPath.read(running, "$.paths.*.*");
        List<Object> ids = JsonPath.read(running, "$.paths.*.*.operationId");
        List<Object> problems =
                JsonPath.read(running, "$.paths.*.*.responses.default.content['application/problem+json']");

        assertThat(operations).hasSizeGreaterThan(100).allSatisfy(operation -> {
            assertThat(operation).containsKeys("summary", "operationId");
            assertThat(operation.containsKey("security")).isEqualTo(operation.containsKey("description"));
        });
        assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.toString().contains("_"));
        assertThat(problems).hasSameSizeAs(operations);
        assertThat(JsonPath.<List<Object>>read(running, "$.paths['/api/v1/cases/{id}/grant'].post.security"))
                .isNotEmpty();
        Map<String, Map<String, Object>> schemas = JsonPath.read(running, "$.components.schemas");
        assertThat(JsonPath.<List<String>>read(running, "$.paths.*.*.parameters[?(@.schema.$ref)].schema.['$ref']"))
                .as("what the server puts in itself is no parameter")
                .allSatisfy(ref -> assertThat(schemas.get(ref.substring(ref.lastIndexOf('/') + 1)))
                        .containsKey("enum"));
        assertThat(JsonPath.<String>read(running, "$.components.schemas.Problem.properties.errors.items.$ref"))
                .endsWith("/FieldProblem");
        assertThat(JsonPath.<Object>read(running, "$.components.schemas.FieldProblem.properties.detailEn"))
                .isNotNull();
    }

    @Test
    void what_answers_with_an_address_of_something_new_is_said_to_answer_201() {
        Map<String, Map<String, Map<String, Object>>> paths =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.paths");
        List<Map<String, Object>> made = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getMethod().getGenericReturnType() instanceof ParameterizedType answer
                    && answer.getRawType() == ResponseEntity.class
                    && answer.getActualTypeArguments()[0] != byte[].class
                    && answer.getActualTypeArguments()[0] != Resource.class) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .forEach(path -> made.add(
                                requireNonNull(requireNonNull(paths.get(path)).get("post"))));
            }
        });

        assertThat(made)
                .hasSizeGreaterThan(5)
                .allSatisfy(operation -> assertThat(operation.get("responses"))
                        .asString()
                        .startsWith("{201=")
                        .contains("Location"));
    }

    @Test
    void an_example_of_a_body_is_one_that_is_taken(
            @Autowired Office office, @Autowired Situations situations, @Autowired ActRequests requests) {
        Map<String, Map<String, Map<String, Object>>> paths =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.paths");
        Map<String, JsonNode> examples = new TreeMap<>();
        paths.forEach((path, operations) -> operations.values().forEach(operation -> {
            if (operation.get("requestBody") instanceof Map<?, ?> body
                    && body.get("content") instanceof Map<?, ?> content
                    && content.get("application/json") instanceof Map<?, ?> json
                    && json.get("example") != null) {
                examples.put(path, Api.JSON.valueToTree(json.get("example")));
            }
        }));
        Set<String> taken = new TreeSet<>();

        for (ActKind act : ActKind.values()) {
            Transitions.TABLE.stream()
                    .filter(edge -> edge.act() == act && !edge.doers().kinds().contains(Doers.Kind.CLOCK))
                    .findFirst()
                    .flatMap(edge -> requests.of(act, situations.before(edge)))
                    .ifPresent(request -> examples.forEach((path, example) -> {
                        if (request.path().matches(path.replaceAll("\\{[a-z]+}", "[^/]+"))) {
                            var sent = (ObjectNode) example.deepCopy();
                            sent.set("version", requireNonNull(request.body()).get("version"));
                            uploaded(sent, office, request.who());
                            var answer = office.api(request.who()).post(request.path(), sent);
                            assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
                            taken.add(path);
                        }
                    }));
        }
        var company = office.aCompany();
        var application = (ObjectNode) requireNonNull(examples.get("/api/v1/cases"));
        uploaded(application, office, company);
        var filed = office.api(company).post("/api/v1/cases", application);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        taken.add("/api/v1/cases");

        assertThat(taken).hasSize(9).isEqualTo(examples.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void the_example_of_the_readme_is_taken(String file, @Autowired Office office) throws IOException {
        String read = Files.readString(Path.of(file));
        String body = read.substring(read.indexOf("{\"item\""), read.indexOf("}}'") + 2);

        assertThat(new Web(port).get("/api/v1/items/retiree_file").body()).contains("employer", "retire_day");
        var filed = office.api(office.known("wuyuzhen")).post("/api/v1/cases", Api.JSON.readTree(body));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
    }

    /** Each file is one that they uploaded. */
    private static void uploaded(ObjectNode body, Office office, Visitor who) {
        body.path("materials")
                .forEach(material -> ((ObjectNode) material)
                        .put("file", office.upload(who, "example").toString()));
    }

    @Test
    void each_act_is_said_with_its_address_its_body_and_who_does_it_as_the_table_of_transitions_has_it() {
        String running = new Web(port).get("/api/v1/openapi").body();
        List<String> said = JsonPath.read(running, "$.tags[?(@.name=='acts')].description");
        Map<String, Map<String, Object>> schemas = JsonPath.read(running, "$.components.schemas");
        Map<String, List<String>> rows = new TreeMap<>();
        said.getFirst()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| act"))
                .forEach(line -> {
                    List<String> cells = List.of(line.split(" *\\| *"));
                    for (String act : cells.get(1).split(", ")) {
                        rows.put(act, cells);
                    }
                });

        for (ActKind act : ActKind.values()) {
            var edges = Transitions.TABLE.stream()
                    .filter(edge -> edge.act() == act && !edge.doers().kinds().contains(Doers.Kind.CLOCK))
                    .toList();
            List<String> cells = rows.remove(act.name());
            assertThat(cells == null).as(act.name()).isEqualTo(edges.isEmpty());
            if (cells != null) {
                Map<String, Object> operation =
                        JsonPath.read(running, "$.paths['" + words(cells.get(2)).getFirst() + "'].post");
                String body = String.valueOf(operation.get("requestBody"));
                Set<String> fields = body.equals("null")
                        ? Set.of()
                        : properties(requireNonNull(schemas.get(body.replaceAll("(?s).*/schemas/(\\w+).*", "$1"))))
                                .keySet();
                assertThat(words(cells.get(3)))
                        .as(act.name())
                        .containsExactlyInAnyOrderElementsOf(fields.stream()
                                .filter(field -> !field.equals("version"))
                                .toList());
                assertThat(words(cells.get(4)))
                        .as(act.name())
                        .filteredOn(word -> !word.startsWith("/"))
                        .containsExactlyInAnyOrderElementsOf(Transitions.acts(act));
                assertThat(List.of(
                                cells.get(4).contains("applicant"), cells.get(4).contains("supervisor")))
                        .as(act.name())
                        .containsExactly(
                                edges.stream()
                                        .anyMatch(edge -> edge.doers().kinds().contains(Doers.Kind.APPLICANT)),
                                edges.stream()
                                        .anyMatch(edge -> edge.doers().kinds().contains(Doers.Kind.SUPERVISOR)));
            }
        }
        assertThat(rows).isEmpty();
    }

    /** What stands there as code. */
    private static List<String> words(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    @Test
    void the_words_and_units_of_a_limit_and_what_an_upload_may_be_are_described() {
        String running = new Web(port).get("/api/v1/openapi").body();

        for (String place : List.of(
                "schemas.LimitQuestion.properties.unit['$ref']",
                "schemas.LimitQuestion.properties.start.description",
                "schemas.Left.properties.state['$ref']",
                "schemas.Left.properties.minutes.description",
                "schemas.Day.properties.treatment['$ref']",
                "schemas.NewCase.properties.answers.description",
                "schemas.StepBody.properties.companion.description",
                "schemas.FieldProblem.properties.field.description",
                "schemas.Verification.properties.pdfSha256.description")) {
            assertThat(JsonPath.<Object>read(running, "$.components." + place))
                    .as(place)
                    .isNotNull();
        }
        assertThat(JsonPath.<String>read(running, "$.paths['/api/v1/files'].post.description"))
                .contains("20 MB", "429", "For RESIDENT");
        assertThat(running).doesNotContain("For ADMINISTRATOR. For");
        assertThat(JsonPath.<List<Integer>>read(
                        running, "$.paths['/api/v1/items'].get.parameters[?(@.name=='size')].schema.maximum"))
                .containsExactly(Page.MAX_SIZE);
        assertThat(JsonPath.<List<List<String>>>read(
                        running,
                        "$.paths['/api/v1/network/tables/{table}'].get.parameters[?(@.name=='format')].schema.enum"))
                .containsExactly(List.of("csv", "xlsx"));
        assertThat(JsonPath.<List<List<String>>>read(
                        running,
                        "$.paths['/api/v1/cases/{id}/explanation'].get.parameters[?(@.name=='clock')].schema.enum"))
                .containsExactly(Arrays.stream(ClockKind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(JsonPath.<List<String>>read(running, "$.components.schemas.ExplainedDayTreatment.enum"))
                .containsExactly(Arrays.stream(ExplainedDay.Treatment.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(JsonPath.<List<String>>read(running, "$.components.schemas.LimitUnit.enum"))
                .containsExactly(
                        Arrays.stream(Limit.Unit.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void the_head_says_what_a_system_may_do_and_how_long_a_key_is_kept() {
        String running = new Web(port).get("/api/v1/openapi").body();

        assertThat(JsonPath.<String>read(running, "$.info.description"))
                .contains(
                        "it sees no case and acts on none",
                        "kept for " + IdempotencyKey.KEPT_DAYS + " days",
                        "take a random one (a UUID)");
        assertThat(JsonPath.<String>read(running, "$.paths['/api/v1/systems'].post.description"))
                .contains("reads what anybody may", "sees no case");
        assertThat(JsonPath.<String>read(running, "$.paths['/api/v1/systems/{id}/tokens'].post.description"))
                .contains("1 to 730 days");
    }

    @Test
    void a_key_sent_again_with_another_body_is_said_to_be_another_request_where_strangers_may_send_it() {
        Map<String, Map<String, Map<String, Object>>> paths =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.paths");
        Map<String, Boolean> strangers = new TreeMap<>();
        paths.forEach((path, operations) -> operations.values().forEach(operation -> {
            String parameters = String.valueOf(operation.get("parameters"));
            if (parameters.contains(IdempotencyKey.HEADER)) {
                assertThat(parameters.contains("another request"))
                        .as(path)
                        .isEqualTo(!operation.containsKey("security"));
                strangers.merge(path, !operation.containsKey("security"), Boolean::logicalOr);
            }
        }));

        assertThat(strangers).containsEntry("/api/v1/residents", true).containsEntry("/api/v1/cases", false);
    }

    @Test
    void each_name_of_a_problem_that_the_sources_have_is_listed_and_no_other() throws IOException {
        List<String> said =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.tags[?(@.name=='problems')].description");
        Map<String, String> listed = new TreeMap<>();
        said.getFirst()
                .lines()
                .filter(line -> line.matches("\\| [a-z-]+ \\| \\d.*"))
                .forEach(line -> {
                    List<String> cells = List.of(line.split(" *\\| *"));
                    listed.put(cells.get(1), cells.get(2));
                });
        Map<String, Set<String>> thrown = problemsInTheSources();
        // what the clock alone is told
        thrown.keySet().removeAll(Set.of("unchanged", "not-due"));
        // what a status is called that no source names
        for (var status : List.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.LENGTH_REQUIRED,
                HttpStatus.URI_TOO_LONG,
                HttpStatus.EXPECTATION_FAILED,
                HttpStatus.NOT_IMPLEMENTED)) {
            String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
            thrown.computeIfAbsent(name, any -> new TreeSet<>()).add(Integer.toString(status.value()));
        }
        Map<String, String> expected = new TreeMap<>();
        thrown.forEach((name, statuses) -> expected.put(name, String.join(", ", statuses)));

        assertThat(listed).isEqualTo(expected);
    }

    /** Each name with its statuses; those of pages alone are left aside. */
    private static Map<String, Set<String>> problemsInTheSources() throws IOException {
        Map<String, Set<String>> thrown = new TreeMap<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !one.toString().matches(".*/(?!shared/)[a-z]+/web/.*"))
                    .toList()) {
                String source = Files.readString(file);
                PROBLEM.matcher(source).results().forEach(found -> {
                    String name = found.group("name");
                    if (!name.startsWith("\"")) {
                        name = Pattern.compile("String " + name + " = (\"[a-z-]+\")")
                                .matcher(source)
                                .results()
                                .map(constant -> constant.group(1))
                                .findFirst()
                                .orElse("");
                    }
                    if (!name.isEmpty()) {
                        String status = found.group("status");
                        thrown.computeIfAbsent(name.replace("\"", ""), any -> new TreeSet<>())
                                .add(status != null ? status : found.group().startsWith("new TooMany") ? "429" : "409");
                    }
                });
            }
        }
        return thrown;
    }

    @Test
    void each_kind_of_the_record_is_listed(@Autowired List<RecordWords> modules) {
        List<String> said =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.tags[?(@.name=='journal')].description");

        assertThat(said).hasSize(1);
        assertThat(modules)
                .hasSizeGreaterThan(3)
                .allSatisfy(module -> module.kinds().forEach((kind, called) -> {
                    if (kind.contains(".")) {
                        assertThat(said.getFirst()).contains("| " + kind + " | " + called.en() + " |");
                    }
                }));
    }

    @Test
    void each_element_of_an_item_is_described_and_its_text_has_an_example() {
        String running = new Web(port).get("/api/v1/openapi").body();
        String said = JsonPath.<List<String>>read(running, "$.tags[?(@.name=='item versions')].description")
                .getFirst();

        assertThat(ItemElements.all())
                .hasSizeGreaterThan(90)
                .allSatisfy(element -> assertThat(said)
                        .contains("| `" + element.path() + "` | "
                                + element.means().en() + " |"));
        assertThat(JsonPath.<String>read(running, "$.components.schemas.Fee.properties.basis.description"))
                .isEqualTo(ItemElements.said("Fee.basis").orElseThrow().en());
        assertThat(JsonPath.<String>read(
                        running,
                        "$.paths['/api/v1/item-versions'].post.requestBody.content['application/yaml'].example"))
                .isEqualTo(ItemText.STARTER);
        assertThat(JsonPath.<String>read(running, "$.paths['/api/v1/item-versions/import'].post.description"))
                .contains("`name`", "`item_code`", "`department`", "`task_type`");
    }

    @ParameterizedTest
    @CsvSource({
        "DeliverBody, note",
        "ExtensionBody, amount",
        "CaseView, waitsFor",
        "CaseView, clocks",
        "CaseRow, clock",
        "Draft, answers",
        "Late, law",
        "Limit, unit",
        "LimitClock, extension",
        "Verification, status",
        "DenialRow, review",
        "Granted, certificate"
    })
    void what_a_field_means_is_said_where_its_name_does_not(String type, String field) {
        Map<String, Map<String, Object>> schemas =
                JsonPath.read(new Web(port).get("/api/v1/openapi").body(), "$.components.schemas");

        assertThat(properties(requireNonNull(schemas.get(type))).get(field))
                .asString()
                .contains("description");
    }

    @Test
    void what_narrows_a_list_is_said() {
        String running = new Web(port).get("/api/v1/openapi").body();

        for (String list : List.of("/api/v1/worklist", "/api/v1/grants")) {
            assertThat(JsonPath.<List<Map<String, Object>>>read(running, "$.paths['" + list + "'].get.parameters"))
                    .isNotEmpty()
                    .allSatisfy(parameter -> assertThat(parameter).containsKey("description"));
        }
    }

    @Test
    void no_operation_names_a_parameter_twice() {
        String running = new Web(port).get("/api/v1/openapi").body();
        List<List<Map<String, Object>>> parameters = JsonPath.read(running, "$.paths.*.*.parameters");

        assertThat(parameters)
                .hasSizeGreaterThan(100)
                .allSatisfy(of -> assertThat(of)
                        .extracting(parameter -> parameter.get("in") + " " + parameter.get("name"))
                        .doesNotHaveDuplicates());
    }

    @Test
    void a_schema_requires_every_part_that_may_not_be_null() {
        String running = new Web(port).get("/api/v1/openapi").body();
        Map<String, Map<String, Object>> schemas = JsonPath.read(running, "$.components.schemas");

        assertThat(required(schemas, "AtWindow")).contains("kind", "name", "number");
        assertThat(required(schemas, "NewResidentDto")).containsOnly("idNumber", "name", "phone", "password");
        assertThat(required(schemas, "NewCompanyDto"))
                .containsOnly("uscc", "name", "legalRepresentative", "phone", "password");
        assertThat(required(schemas, "NewOfficerDto")).containsOnly("login", "name", "roles");
        assertThat(required(schemas, "PasswordDto")).containsOnly("current", "password");
        assertThat(required(schemas, "SignInDto")).containsOnly("name", "password");
        assertThat(required(schemas, "NewSystemDto")).containsOnly("login", "name");
        assertThat(required(schemas, "NewTokenDto")).containsOnly("name");
        assertThat(required(schemas, "LimitQuestion")).containsOnly("start", "amount", "unit");
        assertThat(required(schemas, "PauseQuestion")).containsOnly("start");
        List<Class<?>> described = types().stream()
                .filter(type -> type.isRecord() && schemas.containsKey(type.getSimpleName()))
                .filter(type ->
                        requireNonNull(schemas.get(type.getSimpleName())).containsKey("properties"))
                .toList();
        assertThat(described)
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> assertThat(required(schemas, type.getSimpleName()))
                        .as(type.getSimpleName())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                .map(RecordComponent::getName)
                                .toList()));
    }

    @Test
    void a_schema_takes_null_for_what_may_be_left_out_since_answers_have_it() {
        String running = new Web(port).get("/api/v1/openapi").body();
        Map<String, Map<String, Object>> schemas = JsonPath.read(running, "$.components.schemas");

        assertThat(types())
                .filteredOn(type -> type.isRecord() && schemas.containsKey(type.getSimpleName()))
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> {
                    var properties = properties(requireNonNull(schemas.get(type.getSimpleName())));
                    for (RecordComponent part : type.getRecordComponents()) {
                        assertThat(takesNull(properties.get(part.getName())))
                                .as(type.getSimpleName() + "." + part.getName())
                                .isEqualTo(part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                        && properties.containsKey(part.getName()));
                    }
                });
        assertThat(JsonPath.<String>read(running, "$.components.schemas.EntryDto.properties.payload.type"))
                .isEqualTo("object");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> schema) {
        List<Object> all = schema.get("allOf") instanceof List<?> parts ? List.copyOf(parts) : List.of(schema);
        return all.stream()
                .map(part -> ((Map<String, Object>) part).get("properties"))
                .filter(Map.class::isInstance)
                .map(part -> (Map<String, Object>) part)
                .findFirst()
                .orElse(Map.of());
    }

    private static boolean takesNull(@Nullable Object schema) {
        return schema instanceof Map<?, ?> of
                && (of.get("type") instanceof List<?> types && types.contains("null")
                        || of.get("anyOf") instanceof List<?> any && any.contains(Map.of("type", "null")));
    }

    private static List<String> required(Map<String, Map<String, Object>> schemas, String name) {
        return requireNonNull(schemas.get(name)).get("required") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/letters/{id}.pdf, application/pdf",
        "/api/v1/files/{id}, */*",
        "/api/v1/cases/{id}/files/{file}, */*"
    })
    void a_file_is_described_in_its_own_type(String path, String type) {
        Map<String, Object> content = JsonPath.read(
                new Web(port).get("/api/v1/openapi").body(), "$.paths['" + path + "'].get.responses['200'].content");

        assertThat(content).containsOnlyKeys(type);
        assertThat(content.get(type)).asString().contains("format=binary");
    }

    @Test
    void no_answer_is_said_to_be_base64_since_files_are_sent_as_they_are() {
        assertThat(new Web(port).get("/api/v1/openapi").body()).doesNotContain("\"format\":\"byte\"");
    }

    @Test
    void no_two_types_of_the_api_have_one_name_since_their_schemas_would_be_one() {
        Map<String, List<Class<?>>> named = types().stream()
                .filter(type -> type.isRecord() || type.isEnum())
                .collect(Collectors.groupingBy(OpenApiTest::schema));

        assertThat(named).hasSizeGreaterThan(100).containsKeys("CaseView", "ItemVersion");
        assertThat(named.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    /** An enumeration of a record is called after it too. */
    private static String schema(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return type.isEnum() && around != null ? around.getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }

    /** All that the API takes or answers is made of. */
    private Set<Class<?>> types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/v1"))) {
                reach(method.getMethod().getGenericReturnType(), types);
                for (var parameter : method.getMethod().getParameters()) {
                    if (parameter.isAnnotationPresent(RequestBody.class)) {
                        reach(parameter.getParameterizedType(), types);
                    }
                }
            }
        });
        return types;
    }

    /** The product's own types that a type is made of. */
    private static void reach(Type type, Set<Class<?>> types) {
        switch (type) {
            case ParameterizedType generic -> {
                reach(generic.getRawType(), types);
                Arrays.stream(generic.getActualTypeArguments()).forEach(part -> reach(part, types));
            }
            case WildcardType some -> Arrays.stream(some.getUpperBounds()).forEach(part -> reach(part, types));
            case Class<?> one when one.isArray() -> reach(one.getComponentType(), types);
            case Class<?> one
            when one.getName().startsWith("org.yichuang.") && types.add(one) -> {
                if (one.isSealed()) {
                    Arrays.stream(one.getPermittedSubclasses()).forEach(part -> reach(part, types));
                }
                if (one.isRecord()) {
                    Arrays.stream(one.getRecordComponents()).forEach(part -> reach(part.getGenericType(), types));
                }
            }
            default -> {
                // a type of the language, or one that is already known
            }
        }
    }
}
