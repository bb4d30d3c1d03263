package org.kongdee.test.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.kongdee.test.PublishedContract.Operation;

/** Breaks one thing about a request that was allowed. */
final class Breaker {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String JSON = "application/json";

    private final Random random;

    Breaker(Random random) {
        this.random = random;
    }

    /** A way to break a request; empty where it doesn't apply. */
    private interface Way {
        Optional<GeneratedRequest> of(GeneratedRequest request);
    }

    private final List<Way> ways =
            List.of(
                    this::withoutToken,
                    this::forgedToken,
                    this::unknownParameter,
                    this::oddParameter,
                    this::oddType,
                    this::truncated,
                    this::notAnObject,
                    this::unknownMember,
                    this::withoutMember,
                    this::mistyped,
                    this::tooLong,
                    this::notInEnum,
                    this::outOfRange,
                    this::noText,
                    this::notJson);

    GeneratedRequest broken(GeneratedRequest request) {
        for (int i = 0; i < 50; i++) {
            var broken = ways.get(random.nextInt(ways.size())).of(request);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return unknownParameter(request).orElseThrow();
    }

    private Optional<GeneratedRequest> withoutToken(GeneratedRequest request) {
        return isSecured(request)
                ? Optional.of(request.without("Authorization", "no token"))
                : Optional.empty();
    }

    private Optional<GeneratedRequest> forgedToken(GeneratedRequest request) {
        return isSecured(request)
                ? Optional.of(
                        request.with(
                                "Authorization",
                                List.of("Bearer x", "Bearer e30.e30.e30", "Basic eDp5", "Bearer ")
                                        .get(random.nextInt(4)),
                                "forged token"))
                : Optional.empty();
    }

    private static boolean isSecured(GeneratedRequest request) {
        return !request.operation().node().path("security").isEmpty();
    }

    private Optional<GeneratedRequest> unknownParameter(GeneratedRequest request) {
        return Optional.of(
                request.withPath(
                        request.path() + (request.path().contains("?") ? "&" : "?") + "dryrun=true",
                        "unknown parameter"));
    }

    private Optional<GeneratedRequest> oddParameter(GeneratedRequest request) {
        List<String> odd = new ArrayList<>();
        for (JsonNode parameter : request.operation().node().path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                JsonNode schema = request.operation().contract().resolve(parameter.path("schema"));
                String name = parameter.path("name").asText();
                if (schema.has("enum")) {
                    odd.add(name + "=nonsense");
                } else if (schema.path("format").asText().equals("date")) {
                    odd.add(
                            name
                                    + "="
                                    + List.of("tomorrow", "2565-01-15", "2022-02-30")
                                            .get(random.nextInt(3)));
                } else if (schema.path("type").asText().equals("integer")) {
                    odd.add(
                            name
                                    + "="
                                    + List.of("-1", "x", "99999999999", "1.5", "%20")
                                            .get(random.nextInt(5)));
                } else if (schema.path("type").asText().equals("boolean")) {
                    odd.add(name + "=maybe");
                }
            }
        }
        if (odd.isEmpty()) {
            return Optional.empty();
        }
        String path = request.path().replaceFirst("\\?.*", "");
        return Optional.of(
                request.withPath(
                        path + "?" + odd.get(random.nextInt(odd.size())), "odd parameter"));
    }

    private Optional<GeneratedRequest> oddType(GeneratedRequest request) {
        return request.body() == null || request.body().length == 0
                ? Optional.empty()
                : Optional.of(
                        request.with(
                                "Content-Type",
                                List.of("text/x-nothing", "application/xml", "x", "a/b/c", ";")
                                        .get(random.nextInt(5)),
                                "odd media type"));
    }

    private Optional<GeneratedRequest> truncated(GeneratedRequest request) {
        return json(request)
                .map(JsonNode::toString)
                .map(
                        text ->
                                request.withBody(
                                        text.substring(0, random.nextInt(text.length())),
                                        "truncated"));
    }

    private Optional<GeneratedRequest> notAnObject(GeneratedRequest request) {
        return json(request)
                .map(
                        body ->
                                request.withBody(
                                        List.of("null", "1", "\"x\"", body.isArray() ? "{}" : "[]")
                                                .get(random.nextInt(4)),
                                        "another kind of JSON"));
    }

    private Optional<GeneratedRequest> notJson(GeneratedRequest request) {
        return json(request)
                .map(
                        body ->
                                request.withBody(
                                        List.of(
                                                        "{'a':1}",
                                                        "\u0000",
                                                        "{\"a\":1,}",
                                                        "[".repeat(5000),
                                                        "{\"a\":1}{}")
                                                .get(random.nextInt(5)),
                                        "no JSON"));
    }

    private Optional<GeneratedRequest> unknownMember(GeneratedRequest request) {
        return changed(
                request, "unknown member", (body, _) -> body.put("unknownMember", 1) != null);
    }

    private Optional<GeneratedRequest> withoutMember(GeneratedRequest request) {
        return changed(
                request,
                "required member missing",
                (body, schema) -> {
                    JsonNode required = schema.path("required");
                    return !required.isEmpty()
                            && body.remove(required.get(random.nextInt(required.size())).asText())
                                    != null;
                });
    }

    private Optional<GeneratedRequest> mistyped(GeneratedRequest request) {
        return member(
                request,
                "mistyped member",
                (body, name, schema) -> {
                    switch (schema.path("type").asText()) {
                        case "string" -> body.putArray(name).add(1);
                        case "object", "array", "boolean" -> body.put(name, "x");
                        case "integer", "number" -> body.put(name, "many");
                        default -> {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private Optional<GeneratedRequest> tooLong(GeneratedRequest request) {
        return member(
                request,
                "too long",
                (body, name, schema) ->
                        schema.has("maxLength")
                                && body.put(name, "ก".repeat(schema.path("maxLength").asInt() + 1))
                                        != null);
    }

    private Optional<GeneratedRequest> notInEnum(GeneratedRequest request) {
        return member(
                request,
                "not in the enumeration",
                (body, name, schema) -> schema.has("enum") && body.put(name, "NONSENSE") != null);
    }

    private Optional<GeneratedRequest> outOfRange(GeneratedRequest request) {
        return member(
                request,
                "out of range",
                (body, name, schema) -> {
                    if (schema.has("maximum")) {
                        body.put(name, schema.path("maximum").asLong() + 1);
                    } else if (schema.has("minimum")) {
                        body.put(name, schema.path("minimum").asLong() - 1);
                    } else if (schema.path("format").asText().equals("date")) {
                        body.put(name, "2565-01-15");
                    } else {
                        return false;
                    }
                    return true;
                });
    }

    private Optional<GeneratedRequest> noText(GeneratedRequest request) {
        return member(
                request,
                "a character that is none",
                (body, name, schema) ->
                        schema.path("type").asText().equals("string")
                                && !schema.has("enum")
                                && body.put(name, "a\u0000b") != null);
    }

    private interface Change {
        boolean to(ObjectNode body, JsonNode schema);
    }

    private interface MemberChange {
        boolean to(ObjectNode body, String name, JsonNode schema);
    }

    private Optional<GeneratedRequest> member(
            GeneratedRequest request, String how, MemberChange change) {
        return changed(
                request,
                how,
                (body, schema) -> {
                    List<String> names = new ArrayList<>();
                    schema.path("properties").fieldNames().forEachRemaining(names::add);
                    if (names.isEmpty()) {
                        return false;
                    }
                    String name = names.get(random.nextInt(names.size()));
                    return change.to(
                            body,
                            name,
                            request.operation()
                                    .contract()
                                    .resolve(schema.path("properties").path(name)));
                });
    }

    private Optional<GeneratedRequest> changed(
            GeneratedRequest request, String how, Change change) {
        Operation operation = request.operation();
        JsonNode schema =
                operation
                        .contract()
                        .resolve(
                                operation
                                        .node()
                                        .at("/requestBody/content/application~1json/schema"));
        return json(request)
                .filter(ObjectNode.class::isInstance)
                .map(body -> (ObjectNode) body.deepCopy())
                .filter(body -> change.to(body, schema))
                .map(body -> request.withBody(body.toString(), how));
    }

    private static Optional<JsonNode> json(GeneratedRequest request) {
        if (request.body() == null || !JSON.equals(request.headers().get("Content-Type"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(new String(request.body(), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
