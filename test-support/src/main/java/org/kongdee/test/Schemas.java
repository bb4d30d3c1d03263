package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a contract, which in OpenAPI 3.1 are JSON Schemas. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode tree;
    private final JsonNode closed;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    Schemas(JsonNode tree) {
        this.tree = tree;
        this.closed = closed(tree.path("components"));
    }

    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? tree.at(node.path("$ref").asText().substring(1)) : node;
    }

    JsonSchema of(JsonNode schema) {
        return known.computeIfAbsent(
                schema,
                each -> {
                    ObjectNode root = closed(each).deepCopy();
                    root.set("components", closed);
                    return FACTORY.getSchema(root, CONFIG);
                });
    }

    /** Answers may grow for those who read them, but not past what is written down here. */
    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        if (copy.has("properties")) {
            close(copy);
        }
        copy.findParents("properties").forEach(Schemas::close);
        return copy;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
