package org.kongdee.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kongdee.test.FakeNeighbour;

/**
 * Stands for evidence-service: keeps the collections and units it is told of, and tells of the
 * items that a test gives it. A test talks to it at {@code /fake}.
 */
public final class EvidenceFake extends FakeNeighbour {

    /** Items that can't be read. */
    public static final String BROKEN = "broken";

    private static final String NEIGHBOUR = "evidence-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Kept> collections = new ConcurrentHashMap<>();
    private final Map<Touched, Integer> changes = new ConcurrentHashMap<>();
    private final AtomicInteger clock = new AtomicInteger();
    private volatile String mood = "";

    /** A collection as it was told, its units, and the items of each. */
    private static final class Kept {
        String content = "";
        final Map<String, JsonNode> units = new TreeMap<>();
        final Map<String, String> items = new TreeMap<>();
    }

    private record Touched(String collection, String unit) {}

    public EvidenceFake() {
        super(NEIGHBOUR, "kongdee.evidence.url", "org.kongdee.rubric.evidence.EvidenceClient");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.put("kongdee.evidence.follow-every", "1s");
        settings.put("kongdee.evidence.tell-every", "1s");
        settings.put("kongdee.evidence.count-every", "1s");
        return settings;
    }

    /** What it was told of a collection, with the units it knows as {@code units}. */
    public static JsonNode collection(String collection) {
        try {
            return JSON.readTree(exchange(NEIGHBOUR, "GET", "/fake/" + collection, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives a unit these items in the place of those it had.
     *
     * @param items a JSON array as in {@code …/units/{unit}/items}; {@link #BROKEN} answers 500
     */
    public static void items(String collection, String unit, String items) {
        String unused = exchange(NEIGHBOUR, "PUT", "/fake/" + collection + "/" + unit, items);
    }

    /**
     * Answers 500 from now on ({@code broken}), garbage ({@code garbage}), as if every new
     * collection came twice at the same time ({@code raced}), or well again (empty).
     */
    public static void mood(String mood) {
        String unused = exchange(NEIGHBOUR, "PUT", "/fake", mood);
    }

    /** Gives a unit these items in the place of those it had. */
    public static void items(Contest contest, Filed... items) {
        items(
                contest.cycle(),
                contest.unit(),
                Stream.of(items).map(Filed::json).collect(Collectors.joining(",", "[", "]")));
    }

    /** An item of a criterion, accepted or waiting. */
    public static String item(
            String criterion, String kind, String channel, String date, boolean accepted) {
        Filed filed = Filed.item(criterion, kind).date(date);
        Filed shown = channel.isEmpty() ? filed : filed.channel(channel);
        return (accepted ? shown.accepted() : shown).json();
    }

    @Override
    protected Reply answer(HttpExchange exchange, String body) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        if (path[0].equals("fake")) {
            return told(path, exchange.getRequestMethod(), body);
        }
        return switch (mood) {
            case "", "raced" -> {
                Reply reply = reply(path, exchange, body);
                // A failure is in no contract.
                yield reply.status() == 500 ? reply : checked(exchange, body, reply);
            }
            case "broken" -> new Reply(500, "");
            default -> new Reply(200, "<html>");
        };
    }

    private Reply told(String[] path, String method, String body) {
        if (path.length == 1) {
            mood = body;
            return new Reply(200, "");
        }
        Kept kept = collections.computeIfAbsent(path[1], _ -> new Kept());
        if (method.equals("GET")) {
            return new Reply(
                    200,
                    "{\"content\":%s,\"units\":%s}"
                            .formatted(
                                    kept.content.isEmpty() ? "null" : kept.content,
                                    kept.units.values()));
        }
        kept.items.put(path[2], body);
        changes.put(new Touched(path[1], path[2]), clock.incrementAndGet());
        return new Reply(200, "");
    }

    private Reply reply(String[] path, HttpExchange exchange, String body) throws IOException {
        if (path[1].equals("changes")) {
            return new Reply(200, changes(exchange.getRequestURI()));
        }
        Kept kept = collections.computeIfAbsent(path[2], _ -> new Kept());
        if (exchange.getRequestMethod().equals("PUT")) {
            boolean blind = exchange.getRequestHeaders().getFirst("If-Match") == null;
            if (blind && mood.equals("raced")) {
                kept.content = body;
                return refusal(412);
            }
            if (blind && !kept.content.isEmpty() && !kept.content.equals(body)) {
                return refusal(428);
            }
            kept.content = body;
            JsonNode now =
                    ((ObjectNode) JSON.readTree(body))
                            .put("collection", path[2])
                            .put("etag", "\"1\"");
            return new Reply(200, now.toString());
        }
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode units = JSON.readTree(body);
            units.forEach(unit -> kept.units.put(unit.path("unit").asText(), unit));
            return new Reply(
                    200, "{\"created\":%d,\"changed\":0,\"unchanged\":0}".formatted(units.size()));
        }
        String items = kept.items.getOrDefault(path[4], "[]");
        return items.equals(BROKEN)
                ? new Reply(500, "")
                : new Reply(200, "{\"unit\":\"%s\",\"items\":%s}".formatted(path[4], items));
    }

    private static Reply refusal(int status) {
        return new Reply(
                status, "{\"type\":\"x\",\"title\":\"x\",\"status\":%d}".formatted(status));
    }

    private String changes(URI uri) {
        String after = uri.getQuery().replaceAll("(^|.*&)after=([0-9]+).*|.*", "$2");
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        int until = clock.get();
        List<String> touched =
                changes.entrySet().stream()
                        .filter(change -> change.getValue() > from && change.getValue() <= until)
                        .map(Map.Entry::getKey)
                        .map(
                                unit ->
                                        "{\"collection\":\"%s\",\"unit\":\"%s\",\"slots\":[]}"
                                                .formatted(unit.collection(), unit.unit()))
                        .toList();
        return "{\"changes\":%s,\"next\":\"%d\",\"more\":false}".formatted(touched, until);
    }
}
