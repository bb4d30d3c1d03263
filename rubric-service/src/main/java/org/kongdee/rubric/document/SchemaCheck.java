package org.kongdee.rubric.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.kongdee.rubric.rule.Suggestions;

/**
 * Checks the shape of a document by its published JSON Schema, and words what it finds for the
 * author.
 */
final class SchemaCheck {

    static final SchemaCheck RUBRIC = new SchemaCheck(load("rubric.schema.json"));
    static final SchemaCheck PLAN = new SchemaCheck(load("plan.schema.json"));

    /** What a plan says of one criterion. */
    static final SchemaCheck PLAN_ENTRY = PLAN.of("entry");

    private final JsonNode schema;
    private final JsonSchema validator;

    /** A finding without its place. */
    record Finding(String path, String message) {}

    private SchemaCheck(JsonNode schema) {
        this.schema = schema;
        this.validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(
                                schema,
                                SchemaValidatorsConfig.builder()
                                        .pathType(PathType.JSON_POINTER)
                                        .build());
    }

    /** Checks documents that are only what is called so in this schema. */
    private SchemaCheck of(String definition) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.set("$schema", schema.path("$schema"));
        part.put("$ref", "#/$defs/" + definition);
        part.set("$defs", schema.path("$defs"));
        return new SchemaCheck(part);
    }

    /** The published schema. */
    String text() {
        return schema.toPrettyString();
    }

    List<Finding> check(Tree tree, Suggestions suggestions) {
        return validator.validate(json(tree)).stream()
                .map(message -> finding(message, suggestions))
                .distinct()
                .toList();
    }

    private static JsonNode json(Tree tree) {
        return switch (tree) {
            case Tree.Mapping mapping -> {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                mapping.fields().forEach((name, field) -> node.set(name, json(field.value())));
                yield node;
            }
            case Tree.Sequence sequence -> {
                ArrayNode node = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> node.add(json(item)));
                yield node;
            }
            case Tree.Scalar scalar ->
                    switch (scalar.type()) {
                        case STRING -> JsonNodeFactory.instance.textNode(scalar.text());
                        case NUMBER ->
                                JsonNodeFactory.instance.numberNode(new BigDecimal(scalar.text()));
                        case BOOLEAN -> JsonNodeFactory.instance.booleanNode(scalar.isTrue());
                        case NULL -> JsonNodeFactory.instance.nullNode();
                    };
        };
    }

    private Finding finding(ValidationMessage message, Suggestions suggestions) {
        String path = message.getInstanceLocation().toString();
        String property = message.getProperty();
        return switch (message.getType()) {
            case "required" -> new Finding(path, "\"" + property + "\" is missing");
            case "additionalProperties" ->
                    new Finding(
                            path + "/" + TreeReader.escape(property),
                            "unknown field \"%s\"%s"
                                    .formatted(
                                            Excerpt.of(property),
                                            suggestions.of(property, siblings(message))));
            case "propertyNames" ->
                    new Finding(
                            path + "/" + TreeReader.escape(property),
                            "\"%s\" is not well formed: %s"
                                    .formatted(
                                            Excerpt.of(property),
                                            keyword(message).path("description").asText()));
            case "pattern" ->
                    new Finding(
                            path,
                            "%s is not well formed: %s"
                                    .formatted(
                                            quoted(message.getInstanceNode()),
                                            owner(message).path("description").asText()));
            case "enum" ->
                    new Finding(
                            path,
                            "%s is none of %s%s"
                                    .formatted(
                                            quoted(message.getInstanceNode()),
                                            String.join(", ", texts(keyword(message))),
                                            suggestions.of(
                                                    message.getInstanceNode().asText(),
                                                    texts(keyword(message)))));
            case "type" -> new Finding(path, wrongType(message));
            case "false" -> new Finding(path, outOfPlace(message));
            case "minItems", "minProperties" -> new Finding(path, "must not be empty");
            case "maxItems", "maxProperties" ->
                    new Finding(path, "has more than " + keyword(message).asText() + " items");
            case "maxLength" ->
                    new Finding(path, "has more than " + keyword(message).asText() + " characters");
            case "minimum" -> new Finding(path, "must be at least " + keyword(message).asText());
            case "maximum" -> new Finding(path, "must be at most " + keyword(message).asText());
            case "exclusiveMinimum" ->
                    new Finding(path, "must be more than " + keyword(message).asText());
            default -> new Finding(path, message.getError());
        };
    }

    private String wrongType(ValidationMessage message) {
        String expected = keyword(message).asText();
        JsonNode found = message.getInstanceNode();
        if (expected.equals("integer") && found.isNumber()) {
            return "must be a whole number";
        }
        String hint =
                expected.equals("string") && found.isValueNode() && !found.isNull()
                        ? "; write it in quotes"
                        : "";
        return "must be %s, not %s%s".formatted(noun(expected), noun(typeOf(found)), hint);
    }

    private static String typeOf(JsonNode found) {
        return switch (found.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
        };
    }

    private static String noun(String type) {
        return switch (type) {
            case "array" -> "a list";
            case "object" -> "an object with fields";
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> "empty";
        };
    }

    /** A field that the format knows, but not here: the rungs of something that is no ladder. */
    private String outOfPlace(ValidationMessage message) {
        String location = message.getSchemaLocation().getFragment().toString();
        int properties = location.lastIndexOf("/properties/");
        String reason =
                properties < 0
                        ? ""
                        : schema.at(location.substring(0, properties)).path("description").asText();
        return "does not belong here: " + reason;
    }

    /** The value of the keyword that failed. */
    private JsonNode keyword(ValidationMessage message) {
        return schema.at(message.getSchemaLocation().getFragment().toString());
    }

    /** The schema that the keyword stands in. */
    private JsonNode owner(ValidationMessage message) {
        String location = message.getSchemaLocation().getFragment().toString();
        return schema.at(location.substring(0, location.lastIndexOf('/')));
    }

    private List<String> siblings(ValidationMessage message) {
        List<String> names = new ArrayList<>();
        owner(message).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableList());
    }

    private static String quoted(JsonNode value) {
        return "\"" + Excerpt.of(value.isValueNode() ? value.asText() : "…") + "\"";
    }

    private static JsonNode load(String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
