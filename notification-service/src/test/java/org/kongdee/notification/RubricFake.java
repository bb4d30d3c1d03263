package org.kongdee.notification;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** What it answers to what it does not take. */
    public static final String CONFLICT =
            "{\"type\":\"https://kongdee.org/problems/milestone-settled\",\"title\":\"Settled\",\"status\":409}";

    private static final Pattern OF_A_CYCLE =
            Pattern.compile("/v1/cycles/([^/?]+)/(milestones|standings|notices)(\\?.*)?");

    /** What its contract says that can be touched. */
    private static final Set<String> SUBJECTS = Set.of("MILESTONES", "STANDINGS", "NOTICES");

    /** What there is of a cycle of which nothing else was recorded. */
    private static final String NOTHING = "{\"items\":[],\"cursor\":\"none\"}";

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What was touched, in that order. */
    private final List<Touch> touched = new CopyOnWriteArrayList<>();

    private final List<String> calls = new CopyOnWriteArrayList<>();

    private record Touch(String cycle, String subject) {}

    public RubricFake() {
        super(NEIGHBOUR, "kongdee.rubric.url", "org.kongdee.notification.milestone.RubricClient");
        answers.put("/v1/cycles", recorded("cycles.json"));
        touched.add(new Touch("division-contest-2565", "MILESTONES"));
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

    /**
     * Makes {@code path} answer {@code body} from now on; an empty one means 503. With {@code
     * ?changedSince=}, only what comes after that cursor. What it tells of a cycle is touched.
     */
    public static void record(String path, String body) {
        exchange(NEIGHBOUR, "PUT", path, body);
    }

    /** Touches a cycle in something, which may be what no contract names yet. */
    public static void touch(String cycle, String subject) {
        exchange(NEIGHBOUR, "PUT", "/touched/" + cycle + "/" + subject, "");
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
            record(exchange.getRequestURI().toString(), path.split("/"), body);
            return new Reply(200, "");
        }
        if (path.equals("/calls")) {
            return new Reply(200, String.join("\n", calls));
        }
        calls.add(method + " " + exchange.getRequestURI() + " " + body);
        if (path.equals("/v1/changes")) {
            return changes(exchange, body);
        }
        String answer = answer(exchange.getRequestURI(), method, body);
        if (answer.isEmpty()) {
            return new Reply(503, "");
        }
        if (answer.equals(CONFLICT)) {
            return new Reply(409, answer);
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

    private void record(String path, String[] parts, String body) {
        if (path.startsWith("/touched/")) {
            touched.add(new Touch(parts[2], parts[3]));
            return;
        }
        answers.put(path, body);
        Matcher ofACycle = OF_A_CYCLE.matcher(path);
        if (ofACycle.matches()) {
            touched.add(new Touch(ofACycle.group(1), ofACycle.group(2).toUpperCase(Locale.ROOT)));
        }
    }

    private String answer(URI uri, String method, String body) {
        String path = uri.getPath();
        String recorded =
                answers.getOrDefault(
                        path + "?changedSince=" + query(uri, "changedSince"), answers.get(path));
        if (recorded != null) {
            return recorded;
        }
        if (!method.equals("GET")) {
            return heard(path, query(uri, "section"), body.contains("PLANNED"));
        }
        Matcher ofACycle = OF_A_CYCLE.matcher(path);
        return ofACycle.matches() && !ofACycle.group(2).equals("milestones") ? NOTHING : "";
    }

    /** A parameter; empty if it is not there. */
    private static String query(URI uri, String name) {
        Matcher found =
                Pattern.compile("(?:^|&)" + name + "=([^&]*)")
                        .matcher(String.valueOf(uri.getQuery()));
        return found.find() ? found.group(1) : "";
    }

    /**
     * The feed; a cursor is how much was touched before it. What the contract does not name yet is
     * what a later one may.
     */
    private Reply changes(HttpExchange exchange, String body) {
        String after = query(exchange.getRequestURI(), "after");
        List<Touch> since =
                touched.subList(after.isEmpty() ? 0 : Integer.parseInt(after), touched.size());
        Map<String, Set<String>> cycles = new LinkedHashMap<>();
        since.forEach(
                touch ->
                        cycles.computeIfAbsent(touch.cycle(), _ -> new TreeSet<>())
                                .add(touch.subject()));
        String changes =
                cycles.entrySet().stream()
                        .map(
                                cycle ->
                                        "{\"cycle\":\"%s\",\"unit\":\"SLK\",\"in\":[\"%s\"]}"
                                                .formatted(
                                                        cycle.getKey(),
                                                        String.join("\",\"", cycle.getValue())))
                        .collect(Collectors.joining(","));
        var reply =
                new Reply(
                        200,
                        "{\"changes\":[%s],\"next\":\"%d\",\"more\":false}"
                                .formatted(changes, touched.size()));
        boolean isForeseen = since.stream().allMatch(touch -> SUBJECTS.contains(touch.subject()));
        return isForeseen ? checked(exchange, body, reply) : reply;
    }

    /** The answer to a change of a milestone, which names it. */
    private static String heard(String path, String section, boolean open) {
        String id = section.isEmpty() ? "$1:$2:$3:$4" : "$1:$2:$3:$4:" + section;
        String each =
                section.isEmpty()
                        ? "null,\"section\":null"
                        : "\"SECTION\",\"section\":\"" + section + "\"";
        return path.replaceFirst(
                "/v1/cycles/(.+)/assessments/(.+)/milestones/(.+)/(.+)",
                """
                {"id":"%s","unit":"$2","criterion":"$3","code":"$4","round":null,"due":"2022-01-15","sections":["LEGAL"],
                 "sectionTitles":[{"code":"LEGAL","title":{"en":"Legal","th":"นิติการ"}}],"each":%s,
                 "persons":[],"status":"%s","title":{"en":"Guideline","th":"แนวทาง"},
                 "criterionTitle":{"en":"Guideline","th":"แนวทาง"}, "criterionLabel": null,"missing":[],"example":null,"open":[],"reason":null,
                 "settled":%s,
                 "by":"u-1","byName":null,"changedAt":"2022-01-07T01:00:00Z","etag":"\\\\"1\\\\""}"""
                        .formatted(
                                id,
                                each,
                                open ? "PLANNED" : "DONE",
                                open
                                        ? "null"
                                        : "{\"by\":\"u-1\",\"byName\":null,\"at\":\"2022-01-07T01:00:00Z\",\"answer\":\"done\"}"));
    }
}
