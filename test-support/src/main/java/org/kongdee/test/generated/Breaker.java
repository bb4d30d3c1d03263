package org.kongdee.test.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.kongdee.test.PublishedContract.Operation;

/** Breaks one thing about a request that was allowed. */
final class Breaker {

    /** With escapes, since half a character cannot be sent as it is. */
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What no text has. */
    private static final List<String> ODD =
            List.of(
                    "\u0000", "\u0001", "\u001B", "\u007F", "\u0085", "\u061C", "\u200E", "\u200F",
                    "\u2028", "\u2029", "\u202A", "\u202E", "\u2066", "\u2069", "\uD83D", "\uDE80");

    /** What a line has not, beside those. */
    private static final List<String> BREAKS = List.of("\n", "\r", "\r\n", "\t");

    private static final String JSON = "application/json";

    /** The same and more in addresses: beside controls, what is no UTF-8. */
    private static final List<String> ODD_ENCODED =
            List.of("%00", "%09", "%0A", "%0D", "%1B", "%C2%85", "%E2%80%AE", "%FF", "%ED%A0%BD");

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
                    this::noLine,
                    this::noTextInParameter,
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

    /** Links of mails are not of the API: what mail programs and gateways append is passed over. */
    private Optional<GeneratedRequest> unknownParameter(GeneratedRequest request) {
        return request.path().startsWith("/v1/")
                ? Optional.of(
                        request.withPath(
                                withQuery(request.path(), "dryrun=true"), "unknown parameter"))
                : Optional.empty();
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
        boolean needed = request.operation().node().at("/requestBody/required").asBoolean();
        return json(request)
                .map(
                        body ->
                                request.withBody(
                                        List.of(
                                                        "1",
                                                        "\"x\"",
                                                        body.isArray() ? "{}" : "[]",
                                                        // Where no body is needed, null is none.
                                                        needed ? "null" : "true")
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

    /** Any text of the body, however deep. */
    private Optional<GeneratedRequest> noText(GeneratedRequest request) {
        return changed(
                request,
                "a text that is none",
                (body, _) -> {
                    List<Consumer<JsonNode>> places = new ArrayList<>();
                    addTexts(body, places);
                    if (!places.isEmpty()) {
                        places.get(random.nextInt(places.size()))
                                .accept(TextNode.valueOf("a" + any(ODD) + "b"));
                    }
                    return !places.isEmpty();
                });
    }

    /** Adds how to put something else in the place of each text. */
    private static void addTexts(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> member.getValue().isTextual())
                    .forEach(member -> places.add(member::setValue));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                if (array.get(i).isTextual()) {
                    places.add(text -> array.set(index, text));
                }
            }
        }
        node.forEach(inner -> addTexts(inner, places));
    }

    private Optional<GeneratedRequest> noLine(GeneratedRequest request) {
        return member(
                request,
                "a line that is none",
                (body, name, schema) ->
                        schema.path("format").asText().equals("line")
                                && body.put(name, "a" + any(BREAKS) + "b") != null);
    }

    private Optional<GeneratedRequest> noTextInParameter(GeneratedRequest request) {
        List<String> paths = new ArrayList<>();
        String bad = any(ODD_ENCODED);
        for (JsonNode parameter : request.operation().node().path("parameters")) {
            if (parameter.at("/schema/format").asText().equals("line")) {
                String name = parameter.path("name").asText();
                paths.add(
                        parameter.path("in").asText().equals("path")
                                ? withPlace(request, name, bad)
                                : withQuery(request.path(), name + "=a" + bad));
            }
        }
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(request.withPath(any(paths), "a parameter that is no text"));
    }

    /** The path with something else where it names {@code parameter}. */
    private static String withPlace(GeneratedRequest request, String parameter, String value) {
        String[] template = request.operation().path().split("/", -1);
        String[] steps = request.path().split("/", -1);
        for (int i = 0; i < template.length; i++) {
            if (template[i].contains("{" + parameter + "}")) {
                steps[i] = template[i].replace("{" + parameter + "}", value);
            }
        }
        return String.join("/", steps);
    }

    private static String withQuery(String path, String pair) {
        return path + (path.contains("?") ? "&" : "?") + pair;
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
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
                .map(body -> request.withBody(escaped(body), how));
    }

    private static String escaped(JsonNode body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
