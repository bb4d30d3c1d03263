package org.kongdee.notification;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kongdee.test.FakeNeighbour;

/**
 * Stands for rubric-service: answers what was recorded, and remembers what it was asked. A test
 * records by PUT and reads back the calls at {@code /calls}.
 */
public final class RubricFake extends FakeNeighbour {

    private static final String NEIGHBOUR = "rubric-service";

    /** What something else answers in its place, and so against its contract. */
    public static final String SOMETHING_ELSE = "{}";

    private static final Pattern MILESTONES = Pattern.compile("/v1/cycles/([^/]+)/milestones");

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** Cycles whose milestones were recorded, in that order. */
    private final List<String> touched = new CopyOnWriteArrayList<>();

    private final List<String> calls = new CopyOnWriteArrayList<>();

    public RubricFake() {
        super(NEIGHBOUR, "kongdee.rubric.url", "org.kongdee.notification.milestone.RubricClient");
        answers.put("/v1/cycles", recorded("cycles.json"));
        touched.add("division-contest-2565");
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
            Matcher milestones = MILESTONES.matcher(path);
            if (milestones.matches()) {
                touched.add(milestones.group(1));
            }
            return new Reply(200, "");
        }
        if (path.equals("/calls")) {
            return new Reply(200, String.join("\n", calls));
        }
        calls.add(method + " " + exchange.getRequestURI() + " " + body);
        if (path.equals("/v1/changes")) {
            return checked(exchange, body, new Reply(200, changes(exchange.getRequestURI())));
        }
        String answer = answers.getOrDefault(path, method.equals("GET") ? "" : heard(path));
        if (answer.isEmpty()) {
            return new Reply(503, "");
        }
        Reply reply = new Reply(200, answer);
        if (!answer.equals(SOMETHING_ELSE)) {
            reply = checked(exchange, body, reply);
        }
        String etag = "\"" + answer.hashCode() + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (reply.status() == 200
                && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            calls.add("304 " + exchange.getRequestURI());
            return new Reply(304, "");
        }
        return reply;
    }

    /** The feed; a cursor is how many cycles were touched before it. */
    private String changes(URI uri) {
        String after =
                String.valueOf(uri.getQuery()).replaceAll("(^|.*&)after=([0-9]+).*|.*", "$2");
        int until = touched.size();
        return "{\"changes\":[%s],\"next\":\"%d\",\"more\":false}"
                .formatted(
                        touched
                                .subList(after.isEmpty() ? 0 : Integer.parseInt(after), until)
                                .stream()
                                .distinct()
                                .map(
                                        cycle ->
                                                "{\"cycle\":\"%s\",\"unit\":\"SLK\",\"in\":[\"MILESTONES\"]}"
                                                        .formatted(cycle))
                                .collect(Collectors.joining(",")),
                        until);
    }

    /** The answer to a change of a milestone, which names it. */
    private static String heard(String path) {
        return path.replaceFirst(
                "/v1/cycles/(.+)/assessments/(.+)/milestones/(.+)/(.+)",
                """
                {"id":"$1:$2:$3:$4","unit":"$2","criterion":"$3","code":"$4","round":null,"due":"2022-01-15","sections":[],
                 "status":"DONE","title":{"en":"Guideline","th":"แนวทาง"},"missing":[],"reason":null,"by":"notification-service",
                 "byName":null,"changedAt":"2022-01-07T01:00:00Z"}""");
    }
}
