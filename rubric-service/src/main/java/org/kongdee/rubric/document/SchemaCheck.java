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
import org.kongdee.web.text.Message;

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
    record Finding(String path, Message message) {}

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
            case "required" -> new Finding(path, Message.of("\"%s\" is missing", property));
            case "additionalProperties" ->
                    new Finding(
                            path + "/" + TreeReader.escape(property),
                            Message.of("unknown field \"%s\"", Excerpt.of(property))
                                    .then(suggestions.of(property, siblings(message))));
            case "pattern" ->
                    new Finding(
                            path,
                            Message.of(
                                    "\"%s\" is not well formed: %s",
                                    shown(message.getInstanceNode()),
                                    SchemaWords.of(owner(message))));
            case "enum" ->
                    new Finding(
                            path,
                            Message.of(
                                            "\"%s\" is none of %s",
                                            shown(message.getInstanceNode()),
                                            texts(keyword(message)))
                                    .then(
                                            suggestions.of(
                                                    message.getInstanceNode().asText(),
                                                    texts(keyword(message)))));
            case "type" -> new Finding(path, wrongType(message));
            case "false" -> new Finding(path, outOfPlace(message));
            case "minItems", "minProperties" -> new Finding(path, Message.of("must not be empty"));
            case "maxItems", "maxProperties" ->
                    new Finding(
                            path, Message.of("has more than %s items", keyword(message).asText()));
            case "maxLength" ->
                    new Finding(
                            path,
                            Message.of("has more than %s characters", keyword(message).asText()));
            case "minimum" ->
                    new Finding(path, Message.of("must be at least %s", keyword(message).asText()));
            case "maximum" ->
                    new Finding(path, Message.of("must be at most %s", keyword(message).asText()));
            case "exclusiveMinimum" ->
                    new Finding(
                            path, Message.of("must be more than %s", keyword(message).asText()));
            default ->
                    new Finding(
                            path, Message.of("does not fit the format: %s", message.getError()));
        };
    }

    private Message wrongType(ValidationMessage message) {
        String expected = keyword(message).asText();
        JsonNode found = message.getInstanceNode();
        if (expected.equals("integer") && found.isNumber()) {
            return Message.of("must be a whole number");
        }
        if (found.isNull() || found.isMissingNode()) {
            return Message.of("must be %s, but is empty", noun(expected));
        }
        Message told = Message.of("must be %s, not %s", noun(expected), noun(typeOf(found)));
        return expected.equals("string") && found.isValueNode()
                ? Message.of("%s; write it in quotes", told)
                : told;
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

    private static Message noun(String type) {
        return switch (type) {
            case "array" -> Message.of("a list");
            case "object" -> Message.of("an object with fields");
            case "string" -> Message.of("a text");
            case "integer" -> Message.of("a whole number");
            case "number" -> Message.of("a number");
            case "boolean" -> Message.of("either true or false");
            default -> Message.verbatim(type);
        };
    }

    /** A field that the format knows, but not here: the rungs of something that is no ladder. */
    private Message outOfPlace(ValidationMessage message) {
        String location = message.getSchemaLocation().getFragment().toString();
        int properties = location.lastIndexOf("/properties/");
        return properties < 0
                ? Message.of("does not belong here")
                : Message.of(
                        "does not belong here: %s",
                        SchemaWords.of(schema.at(location.substring(0, properties))));
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

    private static String shown(JsonNode value) {
        return Excerpt.of(value.isValueNode() ? value.asText() : "…");
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
