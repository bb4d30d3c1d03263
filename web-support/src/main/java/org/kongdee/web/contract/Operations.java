package org.kongdee.web.contract;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.problem.Problem;
import org.kongdee.web.text.Text;

/**
 * Completes the operations: what each refuses, in which other representations it speaks, the
 * headers of its answers, and words for its parameters.
 */
final class Operations {

    private static final String IF_NONE_MATCH = "If-None-Match";

    /** What only an answer gives out; any other text is refused. */
    private static final Set<String> CURSORS = Set.of("after", "changedSince", "Last-Event-ID");

    private final Words words;
    private final Map<String, List<Refusal>> refusals;
    private final Headers headers;
    private final Map<String, Integer> problems = new TreeMap<>(Examples.BEFORE);

    Operations(Words words, Map<String, List<Refusal>> refusals, Headers headers) {
        this.words = words;
        this.refusals = refusals;
        this.headers = headers;
    }

    void complete(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) ->
                                item.getOperations()
                                        .forEach(
                                                (method, operation) -> {
                                                    inOrderOf(path, operation);
                                                    complete(item, method, operation);
                                                }));
        problems.forEach(
                (type, status) -> api.getComponents().addExample(type, Examples.of(type, status)));
        api.getComponents().addResponse(Examples.REFUSED, Headers.ofRefused(Examples.refused()));
        Headers.describe(api);
    }

    /** Clients take the parameters of a path one after the other: in its order, then the others. */
    private static void inOrderOf(String path, Operation operation) {
        if (operation.getParameters() != null) {
            List<Parameter> ordered = new ArrayList<>(operation.getParameters());
            ordered.sort(
                    Comparator.comparingInt(
                            each ->
                                    each.getIn() == In.PATH
                                            ? path.indexOf("{" + each.getName() + "}")
                                            : Integer.MAX_VALUE));
            operation.setParameters(ordered);
        }
    }

    private void complete(PathItem path, HttpMethod method, Operation operation) {
        if (operation.getResponses().hasAPIResponse("304") && !takes(operation, IF_NONE_MATCH)) {
            operation.addParameter(ifNoneMatch());
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(parameter -> describe(operation.getOperationId(), parameter));
        }
        if (operation.getSecurity() == null) {
            // Said, so that nobody takes it for forgotten.
            operation.setSecurity(List.of());
        }
        addRefusals(operation, method == HttpMethod.HEAD);
        headers.complete(path, method, operation);
        RequestBody body = operation.getRequestBody();
        if (body != null) {
            numbers(body.getContent());
            lines(body.getContent());
            keepOne(body.getContent(), body);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(answer -> keepOne(answer.getContent(), answer));
    }

    /** Whether an operation has a parameter of this name. */
    static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> parameter.equals(each.getName()));
    }

    private static boolean asksForARole(Operation operation) {
        return operation.getSecurity().stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .anyMatch(scopes -> !scopes.isEmpty());
    }

    private void addRefusals(Operation operation, boolean head) {
        // Quarkus adds these to some, without a problem; they are told as default.
        List.of("400", "401").forEach(operation.getResponses()::removeAPIResponse);
        Map<Integer, List<Refusal>> byStatus = new TreeMap<>();
        List<Refusal> all =
                new ArrayList<>(refusals.getOrDefault(operation.getOperationId(), List.of()));
        if (asksForARole(operation)) {
            all.add(new Refusal(403, List.of("forbidden"), "The caller's roles do not allow this"));
        }
        if (takes(operation, Idempotency.HEADER)) {
            all.add(
                    new Refusal(
                            409,
                            List.of("idempotency-in-progress"),
                            "The first request with this Idempotency-Key is still being done"));
            all.add(
                    new Refusal(
                            422,
                            List.of("idempotency-key-reused"),
                            "The Idempotency-Key came with another body before"));
        }
        all.forEach(
                each -> byStatus.computeIfAbsent(each.status(), _ -> new ArrayList<>()).add(each));
        byStatus.forEach(
                (status, each) -> {
                    APIResponse answer =
                            OASFactory.createAPIResponse()
                                    .description(
                                            each.stream()
                                                    .map(Refusal::when)
                                                    .collect(joining("; ")));
                    List<String> types =
                            each.stream().flatMap(one -> one.types().stream()).distinct().toList();
                    types.forEach(type -> problems.putIfAbsent(type, status));
                    if (!head) {
                        answer.setContent(Examples.content(types));
                    }
                    operation.getResponses().addAPIResponse(status.toString(), answer);
                });
        operation
                .getResponses()
                .setDefaultValue(
                        OASFactory.createAPIResponse()
                                .ref("#/components/responses/" + Examples.REFUSED));
    }

    private void describe(String operation, Parameter parameter) {
        if (Idempotency.HEADER.equals(parameter.getName()) && parameter.getSchema() != null) {
            parameter.getSchema().setPattern(Idempotency.PATTERN);
        }
        if (CURSORS.contains(parameter.getName()) && parameter.getSchema() != null) {
            parameter.getSchema().setFormat("cursor");
        }
        if (parameter.getIn() != In.HEADER && parameter.getSchema() != null) {
            Texts.tell(parameter.getSchema(), Text.LINE);
        }
        String name =
                switch (parameter.getIn()) {
                    case PATH -> "{" + parameter.getName() + "}";
                    case QUERY -> "?" + parameter.getName();
                    default -> parameter.getName();
                };
        if (parameter.getDescription() == null) {
            words.of(name, parameter.getName()).ifPresent(parameter::setDescription);
        }
        if (parameter.getExample() == null && parameter.getExamples() == null) {
            words.of(operation + "." + name + ".example", name + ".example")
                    .ifPresent(parameter::setExample);
        }
    }

    /** A number in a form is read as a text, and is none all the same. */
    private static void numbers(Content content) {
        content.getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(field -> field.getType() != null)
                .filter(field -> field.getType().contains(SchemaType.INTEGER))
                .forEach(field -> field.setType(List.of(SchemaType.INTEGER)));
    }

    /** What can be sent as lines can be sent as a list, which is not as long. */
    private static void lines(Content content) {
        MediaType list = content.getMediaType(APPLICATION_JSON);
        if (list != null && content.getMediaTypes().containsKey(Ndjson.MEDIA_TYPE)) {
            list.getSchema().setMaxItems(Bulk.MOST_LINES);
        }
    }

    private static Parameter ifNoneMatch() {
        return OASFactory.createParameter()
                .name(IF_NONE_MATCH)
                .in(In.HEADER)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }

    /**
     * Takes out of {@code content} what stands beside JSON (or, without JSON, beside the first),
     * and tells of it by an extension: clients are generated for one representation of a body, and
     * would mix up several.
     */
    private static void keepOne(@Nullable Content content, Extensible<?> body) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        Map<String, Object> others = new LinkedHashMap<>();
        LinkedHashSet<String> types = new LinkedHashSet<>(content.getMediaTypes().keySet());
        types.remove(types.contains(APPLICATION_JSON) ? APPLICATION_JSON : types.getFirst());
        for (String type : types) {
            if (!type.equals(Problem.MEDIA_TYPE)) {
                others.put(type, representation(content.getMediaType(type)));
                content.removeMediaType(type);
            }
        }
        if (!others.isEmpty()) {
            body.addExtension("x-representations", others);
        }
    }

    private static Map<String, Object> representation(MediaType type) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (type.getSchema() != null && type.getSchema().getRef() != null) {
            told.put("schema", Map.of("$ref", type.getSchema().getRef()));
        } else {
            told.put("schema", text(type.getSchema()));
        }
        if (type.getExtensions() != null && type.getExtensions().get("x-last") != null) {
            told.put("last", Map.of("$ref", Usage.SCHEMAS + type.getExtensions().get("x-last")));
        }
        return told;
    }

    /** A text, or bytes where its format says so. */
    private static Map<String, Object> text(@Nullable Schema schema) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        if (schema != null && schema.getFormat() != null) {
            text.put("format", schema.getFormat());
        }
        return text;
    }
}
