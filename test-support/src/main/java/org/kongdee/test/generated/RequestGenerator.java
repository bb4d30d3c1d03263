package org.kongdee.test.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.test.PublishedContract.Operation;

/** Makes requests that an operation allows. */
final class RequestGenerator {

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";

    /** What a service gives out, so that the contract's own can't be there. */
    private static final Set<String> GIVEN = Set.of("id", "token", "deadline", "due", "date");

    private static final String BOUNDARY = "kongdee-generated";

    private final Values values;
    private final Pool pool;
    private final Random random;

    RequestGenerator(Values values, Pool pool, Random random) {
        this.values = values;
        this.pool = pool;
        this.random = random;
    }

    /** The request that the contract shows: its examples, and no more than is required. */
    GeneratedRequest example(Operation operation) {
        return request(operation, true);
    }

    /** Any request that the contract allows. */
    GeneratedRequest any(Operation operation) {
        return request(operation, false);
    }

    private GeneratedRequest request(Operation operation, boolean example) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String path = operation.path();
        Map<String, JsonNode> query = new LinkedHashMap<>();
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = operation.contract().resolve(each);
            String name = parameter.path("name").asText();
            boolean wanted =
                    parameter.path("required").asBoolean() || !example && random.nextInt(3) == 0;
            switch (parameter.path("in").asText()) {
                case "path" ->
                        path = path.replace("{" + name + "}", encoded(place(parameter, example)));
                case "query" -> {
                    if (wanted) {
                        query.put(name, parameter);
                    }
                }
                default -> {
                    if (wanted && !name.startsWith("If-") && !name.equals("Last-Event-ID")) {
                        headers.put(name, value(parameter));
                    }
                }
            }
        }
        conditions(operation, path, example, headers);
        byte[] body = body(operation, example, headers);
        return new GeneratedRequest(
                operation, path + query(path, query), headers, body, null, example);
    }

    private String query(String path, Map<String, JsonNode> parameters) {
        List<String> query = new ArrayList<>();
        parameters.forEach(
                (name, parameter) -> {
                    Optional<String> value =
                            parameter.at("/schema/format").asText().equals("cursor")
                                    ? pool.cursor(path)
                                    : Optional.of(value(parameter));
                    value.ifPresent(text -> query.add(name + "=" + encoded(text)));
                });
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    /** What the path names is mostly there. */
    private String place(JsonNode parameter, boolean example) {
        String name = parameter.path("name").asText();
        Optional<String> known = pool.any(name, random);
        if (example && parameter.has("example")) {
            String shown = parameter.path("example").asText();
            return GIVEN.contains(name) ? known.orElse(shown) : shown;
        }
        return known.filter(_ -> random.nextInt(8) > 0).orElseGet(() -> value(parameter));
    }

    private String value(JsonNode parameter) {
        JsonNode made = values.of(parameter.path("schema"), parameter.path("name").asText());
        String text = made.isNull() ? "" : made.asText();
        return parameter.path("in").asText().equals("header")
                ? text.replaceAll("[^\\x21-\\x7e]", "-")
                : text;
    }

    private void conditions(
            Operation operation, String path, boolean example, Map<String, String> headers) {
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asText();
            if (name.equals("If-Match") && (example || random.nextInt(4) > 0)) {
                Optional<String> seen =
                        pool.etag(path).filter(_ -> example || random.nextInt(3) > 0);
                if (seen.isPresent() || !operation.method().equals("PUT") || !example) {
                    headers.put(name, seen.orElse("*"));
                }
            } else if (name.equals("If-None-Match") && !example && random.nextInt(3) == 0) {
                headers.put(name, pool.etag(path).orElse("\"none\""));
            }
        }
    }

    private byte @Nullable [] body(
            Operation operation, boolean example, Map<String, String> headers) {
        JsonNode requestBody = operation.node().path("requestBody");
        JsonNode content = requestBody.path("content");
        if (content.isMissingNode()
                || !requestBody.path("required").asBoolean()
                        && !example
                        && random.nextInt(4) == 0) {
            return null;
        }
        String type = content.fieldNames().next();
        JsonNode media = content.path(type);
        JsonNode shown = shown(operation, media);
        JsonNode made =
                !shown.isMissingNode() && (example || random.nextInt(3) == 0 || isForeign(media))
                        ? shown
                        : values.of(media.path("schema"), "body");
        if (type.equals(MULTIPART)) {
            headers.put("Content-Type", MULTIPART + "; boundary=" + BOUNDARY);
            return multipart(operation, media, made);
        }
        headers.put("Content-Type", type);
        return text(type, made).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether its text has a format that no schema tells. */
    private static boolean isForeign(JsonNode media) {
        return media.at("/schema/type").asText().equals("string");
    }

    private static String text(String type, JsonNode made) {
        return switch (type) {
            case JSON -> made.toString();
            case "application/x-www-form-urlencoded" -> {
                List<String> fields = new ArrayList<>();
                made.properties()
                        .forEach(
                                field -> {
                                    if (!field.getValue().isNull()) {
                                        fields.add(
                                                field.getKey()
                                                        + "="
                                                        + encoded(field.getValue().asText()));
                                    }
                                });
                yield String.join("&", fields);
            }
            default -> made.isTextual() ? made.asText() : made.toString();
        };
    }

    /** The example of a body: of its media type, or of its schema. */
    private static JsonNode shown(Operation operation, JsonNode media) {
        JsonNode example = media.path("example");
        if (!example.isMissingNode()) {
            return example;
        }
        for (JsonNode each : media.path("examples")) {
            return operation.contract().resolve(each).path("value");
        }
        for (JsonNode each : operation.contract().resolve(media.path("schema")).path("examples")) {
            return each;
        }
        return MissingNode.getInstance();
    }

    private byte[] multipart(Operation operation, JsonNode media, JsonNode made) {
        JsonNode metadata = made.path("metadata");
        if (!metadata.isObject()) {
            metadata =
                    values.of(
                            operation
                                    .contract()
                                    .resolve(media.path("schema"))
                                    .path("properties")
                                    .path("metadata"),
                            "metadata");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, metadata)
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"บันทึก %d.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%%PDF-1.4\n%d\n%%%%EOF\r\n--%s--\r\n"
                        .formatted(BOUNDARY, random.nextInt(100), random.nextInt(1000), BOUNDARY)
                        .getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
