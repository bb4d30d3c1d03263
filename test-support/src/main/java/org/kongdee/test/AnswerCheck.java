package org.kongdee.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kongdee.test.PublishedContract.Operation;

/** Holds an answer against the contract: its status, its headers, its body with all its nulls. */
public final class AnswerCheck {

    /**
     * By which statuses a request is refused before its operation runs; {@code default} has them.
     */
    static final Set<Integer> BEFORE_IT_RUNS =
            Set.of(400, 401, 404, 405, 406, 408, 413, 414, 415, 429, 431, 503);

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What an answer never has without saying so. */
    private static final Set<String> TOLD =
            Set.of(
                    "ETag",
                    "Location",
                    "Link",
                    "Retry-After",
                    "RateLimit-Policy",
                    "RateLimit",
                    "Idempotency-Replayed",
                    "Content-Disposition",
                    "Content-Range",
                    "WWW-Authenticate",
                    "Allow");

    /** What an answer always has if the contract says that it has it. */
    private static final Set<String> SURE = Set.of("ETag", "Location", "Link", "X-Request-Id");

    private static final Pattern THAI = Pattern.compile("[\\u0E00-\\u0E7F]");

    private static final String PROBLEM = "application/problem+json";
    private static final String NDJSON = "application/x-ndjson";

    private AnswerCheck() {}

    /** Everything in an answer that the contract does not say, or says otherwise. */
    public static List<String> faults(PublishedContract contract, Exchange exchange) {
        if (exchange.method().equals("OPTIONS")) {
            return List.of();
        }
        Optional<Operation> operation =
                contract.operation(exchange.method(), exchange.uri().getRawPath());
        if (operation.isEmpty()) {
            return exchange.status() < 400 && exchange.uri().getRawPath().startsWith("/v1")
                    ? List.of("the contract has no such operation")
                    : List.of();
        }
        return faults(operation.get(), exchange);
    }

    public static List<String> faults(Operation operation, Exchange exchange) {
        Optional<JsonNode> found = operation.answer(exchange.status());
        if (found.isEmpty()) {
            return List.of("%d is not among the answers".formatted(exchange.status()));
        }
        JsonNode answer = found.get();
        List<String> faults = new ArrayList<>();
        headers(answer, exchange, faults);
        if (!exchange.method().equals("HEAD")) {
            body(operation, answer, exchange, faults);
        }
        return faults;
    }

    private static void headers(JsonNode answer, Exchange exchange, List<String> faults) {
        Set<String> declared = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        answer.path("headers").fieldNames().forEachRemaining(declared::add);
        for (String name : TOLD) {
            // Not modified comes with what the whole answer would come with.
            if (exchange.status() != 304
                    && exchange.header(name).isPresent()
                    && !declared.contains(name)) {
                faults.add("header %s is not declared".formatted(name));
            }
        }
        String query = String.valueOf(exchange.uri().getQuery());
        // What is only tried has no version and no place yet.
        boolean dry = query.contains("dryRun=true");
        // What is no page has no other pages.
        boolean whole =
                answer.path("x-representations").has(exchange.mediaType())
                        || query.contains("changedSince=");
        for (String name : SURE) {
            if (declared.contains(name)
                    && exchange.header(name).isEmpty()
                    && !dry
                    && !(whole && name.equals("Link"))) {
                faults.add("header %s is declared and not there".formatted(name));
            }
        }
        expect(exchange, 401, "WWW-Authenticate", faults);
        expect(exchange, 405, "Allow", faults);
        expect(exchange, 503, "Retry-After", faults);
    }

    private static void expect(Exchange exchange, int status, String header, List<String> faults) {
        if (exchange.status() == status && exchange.header(header).isEmpty()) {
            faults.add("%d without %s".formatted(status, header));
        }
    }

    private static void body(
            Operation operation, JsonNode answer, Exchange exchange, List<String> faults) {
        JsonNode content = answer.path("content");
        String type = exchange.mediaType();
        if (exchange.body().length == 0 && content.isMissingNode()) {
            return;
        }
        JsonNode declared = content.has(type) ? content.path(type) : content.path("*/*");
        JsonNode other = answer.path("x-representations").path(type);
        if (type.isEmpty() || declared.isMissingNode() && other.isMissingNode()) {
            faults.add("a body of type '%s' is not declared".formatted(type));
            return;
        }
        JsonNode schema = declared.isMissingNode() ? other.path("schema") : declared.path("schema");
        String text = new String(exchange.body(), StandardCharsets.UTF_8);
        switch (type) {
            case NDJSON -> lines(operation, schema, other.path("last"), text, faults);
            case PROBLEM -> {
                json(operation.contract().schema(schema), text, faults);
                problem(operation, declared, exchange, faults);
            }
            default -> {
                if (type.equals("application/json") || type.endsWith("+json")) {
                    json(operation.contract().schema(schema), text, faults);
                }
            }
        }
    }

    private static void lines(
            Operation operation, JsonNode line, JsonNode last, String text, List<String> faults) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isLast = i == lines.size() - 1 && !last.isMissingNode();
            json(operation.contract().schema(isLast ? last : line), lines.get(i), faults);
        }
        if (lines.isEmpty() && !last.isMissingNode()) {
            faults.add("the last line is missing");
        }
    }

    static void json(JsonSchema schema, String text, List<String> faults) {
        try {
            schema.validate(JSON.readTree(text))
                    .forEach(message -> faults.add(message.getMessage()));
        } catch (JsonProcessingException e) {
            faults.add("no JSON: " + e.getOriginalMessage());
        }
    }

    /** A problem is of a type that the contract names for this status. */
    private static void problem(
            Operation operation, JsonNode declared, Exchange exchange, List<String> faults) {
        try {
            JsonNode problem = JSON.readTree(exchange.body());
            String type = problem.path("type").asText().replaceFirst(".*/", "");
            if (!declared.path("examples").has(type)
                    && !operation.beforeItRuns(exchange.status()).contains(type)) {
                faults.add("problem %s is not among those named".formatted(type));
            }
            if (problem.path("status").asInt() != exchange.status()) {
                faults.add("the problem has another status");
            }
            if (exchange.header("Content-Language").filter("th"::equals).isPresent()) {
                inThai(problem, faults);
                problem.path("errors").forEach(error -> inThai(error, faults));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inThai(JsonNode told, List<String> faults) {
        String detail = told.path("detail").asText();
        if (!THAI.matcher(detail).find()) {
            faults.add("'%s' is not in Thai".formatted(detail));
        }
    }
}
