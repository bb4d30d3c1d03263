package org.kongdee.notification;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kongdee.stack.test.FakeNeighbour;

/**
 * Stands for rubric-service: answers what was recorded, and remembers what it was asked. A test
 * records by PUT and reads back the calls at {@code /calls}.
 */
public final class RubricFake extends FakeNeighbour {

    private static final String NEIGHBOUR = "rubric-service";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public RubricFake() {
        super(NEIGHBOUR, "kongdee.rubric.url", "org.kongdee.notification.milestone.RubricClient");
        answers.put("/v1/cycles", recorded("cycles.json"));
        answers.put(
                "/v1/cycles/division-contest-2565/milestones",
                recorded("milestones-division-contest-2565.json"));
    }

    /** An answer of rubric-service as it is kept with the tests. */
    public static String recorded(String file) {
        try (var in = RubricFake.class.getResourceAsStream("/rubric-service/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code path} answer {@code body} from now on; an empty one means 503. */
    public static void record(String path, String body) {
        exchange(NEIGHBOUR, "PUT", path, body);
    }

    /** What was asked, one call a line: method, path with query, body. */
    public static List<String> calls() {
        return exchange(NEIGHBOUR, "GET", "/calls", "").lines().toList();
    }

    @Override
    protected Reply answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (method.equals("PUT")) {
            answers.put(path, body);
            return new Reply(200, "");
        }
        if (path.equals("/calls")) {
            return new Reply(200, String.join("\n", calls));
        }
        calls.add(method + " " + exchange.getRequestURI() + " " + body);
        String answer = answers.getOrDefault(path, method.equals("GET") ? "" : heard(path));
        if (answer.isEmpty()) {
            return new Reply(503, "");
        }
        Reply reply = checked(exchange, body, new Reply(200, answer));
        String etag = "\"" + answer.hashCode() + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (reply.status() == 200
                && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            calls.add("304 " + exchange.getRequestURI());
            return new Reply(304, "");
        }
        return reply;
    }

    /** The answer to a change of a milestone, which names it. */
    private static String heard(String path) {
        return "{\"id\":\"%s\"}"
                .formatted(
                        path.replaceFirst(
                                "/v1/cycles/(.+)/assessments/(.+)/milestones/(.+)/(.+)",
                                "$1:$2:$3:$4"));
    }
}
