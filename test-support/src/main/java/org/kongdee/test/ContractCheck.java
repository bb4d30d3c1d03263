package org.kongdee.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Holds an exchange with a faked neighbour against the contract that the neighbour publishes, so
 * that neither the client's requests nor the fake's answers drift from it. OpenAPI 3.1 schemas are
 * JSON Schemas; they don't declare what may be null, so null counts as absent.
 */
public final class ContractCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode contract;

    private ContractCheck(JsonNode contract) {
        this.contract = contract;
    }

    /** The published contract of a service, seen from a module. */
    public static ContractCheck of(String service) {
        try {
            return new ContractCheck(
                    ServedContract.tree(Files.readString(ServedContract.file(service))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in an exchange that the contract does not allow. Bodies may be empty. */
    public List<String> faults(
            String method, URI uri, String request, int status, String response) {
        Optional<JsonNode> found = operation(method, uri.getPath());
        if (found.isEmpty()) {
            return List.of("there is no " + method + " " + uri.getPath());
        }
        JsonNode operation = found.get();
        List<String> faults = new ArrayList<>();
        checkQuery(operation, uri, faults);
        JsonNode expected = operation.at("/requestBody/content/application~1json/schema");
        if (!expected.isMissingNode()) {
            check("request", strict(expected), strict(components()), request, faults);
        } else if (!request.isEmpty()) {
            faults.add("request: a body is not expected");
        }
        JsonNode answer = operation.path("responses").path(Integer.toString(status));
        if (answer.isMissingNode()) {
            faults.add("response: %d is not among the answers".formatted(status));
        }
        JsonNode schema = answer.at("/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            check("response", schema, components(), response, faults);
        }
        return faults;
    }

    private Optional<JsonNode> operation(String method, String path) {
        return contract.path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(
                Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+"), path);
    }

    private static void checkQuery(JsonNode operation, URI uri, List<String> faults) {
        if (uri.getQuery() == null) {
            return;
        }
        List<String> known =
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .map(parameter -> parameter.path("name").asText())
                        .toList();
        for (String pair : uri.getQuery().split("&", -1)) {
            String name = pair.replaceFirst("=.*", "");
            if (!known.contains(name)) {
                faults.add("request: there is no parameter " + name);
            }
        }
    }

    private JsonNode components() {
        return contract.path("components");
    }

    private static void check(
            String what, JsonNode schema, JsonNode components, String body, List<String> faults) {
        ObjectNode root = schema.deepCopy();
        root.set("components", components);
        try {
            SCHEMAS.getSchema(root)
                    .validate(withoutNulls(JSON.readTree(body.getBytes(StandardCharsets.UTF_8))))
                    .forEach(message -> faults.add(what + " " + message.getMessage()));
        } catch (JsonProcessingException e) {
            faults.add(what + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services refuse unknown fields, which their schemas leave unsaid. */
    private static JsonNode strict(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        copy.findParents("properties").stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(object -> !object.has("additionalProperties"))
                .forEach(object -> object.put("additionalProperties", false));
        return copy;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode kept = JsonNodeFactory.instance.objectNode();
                object.properties().stream()
                        .filter(entry -> !entry.getValue().isNull())
                        .forEach(entry -> kept.set(entry.getKey(), withoutNulls(entry.getValue())));
                yield kept;
            }
            case ArrayNode array -> {
                ArrayNode kept = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> kept.add(withoutNulls(item)));
                yield kept;
            }
            default -> node;
        };
    }
}
