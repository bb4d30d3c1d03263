import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.slf4j.LoggerFactory;

/**
 * Writes the calls and records of the three contracts: Generate {contracts} {templates} {output}.
 * openapi-generator reads the contracts and knows Java's types and names; what a class looks like
 * stand in the templates, and what the contracts say beyond OpenAPI is read here: representations
 * beside JSON, pages, and feeds of changes.
 */
@SuppressWarnings({"deprecation", "unchecked"}) // Of the generator there is no other way in.
class Generate {

    private static final String ROOT = "org.kongdee.client.";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    /** Written by hand, because they are the same in all services or closed alternatives. */
    private static final Map<String, String> BY_HAND =
            Map.of(
                    "Claim", ROOT + "Claim",
                    "ReachedTier", ROOT + "ReachedTier",
                    "Problem", ROOT + "Problem",
                    "ProblemError", ROOT + "ProblemError",
                    // Documents stay as they were written.
                    "RubricDocument", "com.fasterxml.jackson.databind.JsonNode",
                    "PlanDocument", "com.fasterxml.jackson.databind.JsonNode",
                    "PlanDocumentEntry", "com.fasterxml.jackson.databind.JsonNode");

    public static void main(String... args) throws Exception {
        Path output = Path.of(args[2]);
        Path stamp = output.resolve("made-from");
        String inputs = digest(Path.of(args[0]), Path.of(args[1]), Path.of("generate"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        empty(output);
        for (String chatty : List.of("org.openapitools", "io.swagger")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.ERROR);
        }
        for (String service : List.of("rubric", "evidence", "notification")) {
            var configurator = new CodegenConfigurator();
            configurator.setInputSpec(Path.of(args[0], service + "-service.yaml").toString());
            configurator.setGeneratorName("java");
            configurator.addGlobalProperty("apis", "");
            configurator.addGlobalProperty("models", "");
            configurator.addGlobalProperty("apiTests", "false");
            configurator.addGlobalProperty("modelTests", "false");
            configurator.addGlobalProperty("apiDocs", "false");
            configurator.addGlobalProperty("modelDocs", "false");
            var input = configurator.toClientOptInput();
            prepare(input.getOpenAPI());
            var client = new Client(service);
            client.setTemplateDir(args[1]);
            client.setOutputDir(args[2]);
            client.additionalProperties().putAll(input.getConfig().additionalProperties());
            new DefaultGenerator().opts(input.config(client)).generate();
        }
        Files.writeString(stamp, inputs);
    }

    private static String digest(Path... folders) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (Path folder : folders) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void empty(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Leaves what a program calls, and schemas that it meets there. */
    private static void prepare(OpenAPI api) throws Exception {
        // Pages for people, and the event stream: automation reads the feeds of changes.
        api.getPaths()
                .keySet()
                .removeIf(path -> !path.startsWith("/v1/") || path.endsWith("/events"));
        var schemas = api.getComponents().getSchemas();
        BY_HAND.keySet().forEach(name -> schemas.computeIfPresent(name, (n, s) -> object()));
        api.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(Generate::readBesideJson));
        schemas.values().forEach(Generate::oneTitle);
        schemas.keySet().retainAll(met(api));
    }

    private static Schema<?> object() {
        return new JsonSchema().typesItem("object");
    }

    /** Where a text may be given in one language or in both, one record says both. */
    private static void oneTitle(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .replaceAll(
                            (name, property) ->
                                    property.getOneOf() == null
                                            ? property
                                            : (Schema<?>) property.getOneOf().get(0));
        }
    }

    private static void readBesideJson(Operation operation) {
        ApiResponse success =
                operation.getResponses().entrySet().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        representation(success.getExtensions(), NDJSON)
                .ifPresent(
                        lines -> {
                            operation.addExtension("x-line", name(lines.get("schema")));
                            if (lines.containsKey("last")) {
                                operation.addExtension("x-last", name(lines.get("last")));
                            }
                        });
        if (operation.getRequestBody() != null
                && representation(operation.getRequestBody().getExtensions(), NDJSON).isPresent()) {
            operation.addExtension("x-takes-lines", true);
        }
        MediaType json = success.getContent() == null ? null : success.getContent().get(JSON);
        if (json != null && json.getSchema().getAnyOf() != null) {
            List<Schema> either = json.getSchema().getAnyOf();
            operation.addExtension("x-changes", simple(either.get(1).get$ref()));
            json.setSchema(either.get(0));
        }
    }

    private static Optional<Map<?, ?>> representation(Map<String, Object> extensions, String type) {
        return extensions != null && extensions.get("x-representations") instanceof Map<?, ?> all
                ? Optional.ofNullable((Map<?, ?>) all.get(type))
                : Optional.empty();
    }

    private static String name(Object schema) {
        return simple((String) ((Map<?, ?>) schema).get("$ref"));
    }

    private static String simple(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** The schemas that the operations name, and those that these name. */
    private static Set<String> met(OpenAPI api) throws Exception {
        var met = new HashSet<String>();
        var open = new ArrayDeque<String>();
        for (PathItem path : api.getPaths().values()) {
            for (Operation operation : path.readOperations()) {
                refs(Json31.mapper().writeValueAsString(operation), open);
                if (operation.getExtensions() != null
                        && operation.getExtensions().get("x-changes") instanceof String changes) {
                    open.add(changes);
                }
            }
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            Schema<?> schema = api.getComponents().getSchemas().get(name);
            if (schema == null) {
                throw new IllegalStateException(
                        "The contract names a schema that it has not: " + name);
            }
            if (schema != null && met.add(name)) {
                refs(Json31.mapper().writeValueAsString(schema), open);
            }
        }
        return met;
    }

    private static void refs(String text, ArrayDeque<String> open) {
        var refs = Pattern.compile("#/components/schemas/(\\w+)").matcher(text);
        while (refs.find()) {
            open.add(refs.group(1));
        }
    }

    /** One class of calls a service, and a record for every schema. */
    private static class Client extends AbstractJavaCodegen {

        private final String service;

        Client(String service) {
            this.service = service;
            modelTemplateFiles.put("model.mustache", ".java");
            apiTemplateFiles.put("api.mustache", ".java");
            setModelPackage(ROOT + service);
            setApiPackage(ROOT + service);
            setDateLibrary("java8");
            setHideGenerationTimestamp(true);
            setOpenApiNullable(false);
            setAnnotationLibrary(AnnotationLibrary.NONE);
            setDocumentationProvider(DocumentationProvider.NONE);
            sourceFolder = "";
            BY_HAND.forEach(schemaMapping::put);
            inlineSchemaOption.put("RESOLVE_INLINE_ENUMS", "true");
            additionalProperties.put("service", service);
        }

        @Override
        public String getName() {
            return "kongdee-java";
        }

        @Override
        public void processOpts() {
            super.processOpts();
            typeMapping.put("DateTime", "Instant");
            typeMapping.put("date-time", "Instant");
            typeMapping.put("file", "Path");
            supportingFiles.clear();
        }

        @Override
        public void addOperationToGroup(
                String tag,
                String path,
                Operation operation,
                CodegenOperation call,
                Map<String, List<CodegenOperation>> groups) {
            super.addOperationToGroup(service, path, operation, call, groups);
        }

        @Override
        public CodegenOperation fromOperation(
                String path, String method, Operation operation, List<Server> servers) {
            CodegenOperation call = super.fromOperation(path, method, operation, servers);
            var more = call.vendorExtensions;
            String type = call.returnType == null ? "Void" : call.returnType;
            more.put("x-type", type);
            more.put("x-class", camelize(call.operationId) + "Call");
            more.put("x-says", says(operation));
            String media = media(operation);
            more.put("x-media", media);
            boolean json = media.equals(JSON) || media.endsWith("+json");
            more.put(
                    "x-base",
                    media.startsWith("text/")
                            ? "TextCall"
                            : json ? "Call<" + type + ">" : "FileCall");
            more.put("x-json", json);
            if (operation.getRequestBody() != null
                    && operation.getRequestBody().getContent() != null) {
                more.put(
                        "x-body-media",
                        operation.getRequestBody().getContent().keySet().iterator().next());
            }
            CodegenParameter page = parameter(call, "page");
            Schema<?> answer = ref(operation);
            if (page != null && answer != null && answer.getProperties().containsKey("items")) {
                more.put("x-item", item(answer, "items"));
            }
            if (more.get("x-changes") instanceof String changes) {
                more.put(
                        "x-change",
                        item(openAPI.getComponents().getSchemas().get(changes), "items"));
                call.queryParams.removeIf(query -> query.baseName.equals("changedSince"));
            } else if (answer != null && answer.getProperties().containsKey("cursor")) {
                more.put("x-changes", type);
                more.put("x-change", item(answer, "items"));
            }
            if (parameter(call, "Idempotency-Key") != null) {
                more.put("x-once", true);
                call.headerParams.removeIf(header -> header.baseName.equals("Idempotency-Key"));
            }
            call.queryParams.removeIf(query -> query.baseName.equals("page"));
            var required = new ArrayList<CodegenParameter>(call.pathParams);
            call.queryParams.stream().filter(query -> query.required).forEach(required::add);
            if (call.bodyParam != null && call.bodyParam.required) {
                required.add(call.bodyParam);
            }
            required.addAll(call.formParams);
            more.put("x-required", new HashMap<>(Map.of("all", required)));
            var parameters = new ArrayList<CodegenParameter>(call.formParams);
            parameters.addAll(call.queryParams);
            parameters.addAll(call.headerParams);
            parameters.addAll(call.bodyParams);
            if (call.bodyParam != null) {
                parameters.add(call.bodyParam);
            }
            // A template finds the extensions of a parameter before those of its call.
            for (CodegenParameter one : parameters) {
                one.vendorExtensions.put("x-class", more.get("x-class"));
                one.vendorExtensions.put("x-body-media", more.get("x-body-media"));
                one.vendorExtensions.put(
                        "x-part", one.dataType.endsWith("<Path>") ? "files" : "part");
            }
            return call;
        }

        private static String says(Operation operation) {
            String summary = operation.getSummary() + ".";
            String description = operation.getDescription();
            return (description == null ? summary : summary + " " + description)
                    .replace("*/", "*&#47;")
                    .replace("<", "&lt;");
        }

        private static CodegenParameter parameter(CodegenOperation call, String name) {
            return call.allParams.stream()
                    .filter(parameter -> parameter.baseName.equals(name))
                    .findFirst()
                    .orElse(null);
        }

        private static String media(Operation operation) {
            for (var response : operation.getResponses().entrySet()) {
                Content content = response.getValue().getContent();
                if (response.getKey().startsWith("2") && content != null) {
                    return content.keySet().iterator().next();
                }
            }
            return JSON;
        }

        private Schema<?> ref(Operation operation) {
            for (var response : operation.getResponses().entrySet()) {
                Content content = response.getValue().getContent();
                if (response.getKey().startsWith("2")
                        && content != null
                        && content.get(JSON) != null
                        && content.get(JSON).getSchema().get$ref() != null) {
                    Schema<?> schema =
                            openAPI.getComponents()
                                    .getSchemas()
                                    .get(simple(content.get(JSON).getSchema().get$ref()));
                    return schema == null || schema.getProperties() == null ? null : schema;
                }
            }
            return null;
        }

        private String item(Schema<?> list, String member) {
            return toModelName(simple(list.getProperties().get(member).getItems().get$ref()));
        }

        private static String camelize(String text) {
            return Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }

        @Override
        public String apiFileFolder() {
            return getOutputDir() + File.separator + apiPackage().replace('.', File.separatorChar);
        }

        @Override
        public String modelFileFolder() {
            return apiFileFolder();
        }
    }
}
