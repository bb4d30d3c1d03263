package org.kongdee.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.test.ContractCheck;

/**
 * Stands for evidence-service: keeps the collections and units it is told of, and tells of the
 * items that a test gives it. What the published contract of evidence-service does not allow, asked
 * or answered, it answers by 418. A test talks to it at {@code /fake}.
 */
public final class EvidenceFake implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "kongdee.test.evidence-fake";
    private static final String BREAKER =
            "org.kongdee.rubric.evidence.EvidenceClient/CircuitBreaker/";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContractCheck contract = ContractCheck.of("evidence-service");
    private final Map<String, Kept> collections = new ConcurrentHashMap<>();
    private volatile String mood = "";
    private @Nullable HttpServer server;

    /** A collection as it was told, its units, and the items of each with the order of changes. */
    private static final class Kept {
        String content = "";
        final Map<String, JsonNode> units = new TreeMap<>();
        final Map<String, String> items = new TreeMap<>();
        final Map<String, Integer> changes = new TreeMap<>();
        int clock;
    }

    private record Reply(int status, String body) {}

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        // A system property, since tests and their resources may be loaded by different class
        // loaders.
        System.setProperty(URL, url);
        Map<String, String> settings = new TreeMap<>();
        settings.put("kongdee.evidence.url", url);
        settings.put("kongdee.evidence.follow-every", "1s");
        settings.put("kongdee.evidence.tell-every", "1s");
        // A test that breaks it does not want the next one to wait.
        settings.put(BREAKER + "delay", "100");
        settings.put(BREAKER + "delayUnit", "MILLIS");
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** What it was told of a collection, with the units it knows as {@code units}. */
    public static JsonNode collection(String collection) {
        try {
            return JSON.readTree(exchange("GET", "/fake/" + collection, ""));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives a unit these items in the place of those it had.
     *
     * @param items a JSON array as in {@code counted-items}
     */
    public static void items(String collection, String unit, String items) {
        String unused = exchange("PUT", "/fake/" + collection + "/" + unit, items);
    }

    /**
     * Answers 500 from now on ({@code broken}), garbage ({@code garbage}), or well again (empty).
     */
    public static void mood(String mood) {
        String unused = exchange("PUT", "/fake", mood);
    }

    /** An item of a criterion, accepted or waiting. */
    public static String item(
            String criterion, String kind, String channel, String date, boolean accepted) {
        return """
               {"slot":"%s","kind":"%s","channel":%s,"section":null,"date":"%s","coverage":null,"fields":[],
                "accepted":%s,"withPending":true}
               """
                .formatted(
                        criterion,
                        kind,
                        channel.isEmpty() ? "null" : "\"" + channel + "\"",
                        date,
                        accepted);
    }

    private static String exchange(String method, String path, String body) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(System.getProperty(URL) + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        Reply reply;
        if (path[0].equals("fake")) {
            reply = told(path, exchange.getRequestMethod(), body);
        } else if (mood.isEmpty()) {
            reply = answer(path, exchange, body);
            List<String> faults =
                    contract.faults(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            body,
                            reply.status(),
                            reply.body());
            if (!faults.isEmpty()) {
                System.err.println("against the contract of evidence-service: " + faults);
                reply = new Reply(418, "");
            }
        } else {
            reply = mood.equals("broken") ? new Reply(500, "") : new Reply(200, "<html>");
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
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
        kept.changes.put(path[2], ++kept.clock);
        return new Reply(200, "");
    }

    private Reply answer(String[] path, HttpExchange exchange, String body) throws IOException {
        Kept kept = collections.computeIfAbsent(path[2], _ -> new Kept());
        if (exchange.getRequestMethod().equals("PUT")) {
            if (!kept.content.isEmpty()
                    && !kept.content.equals(body)
                    && exchange.getRequestHeaders().getFirst("If-Match") == null) {
                return new Reply(428, "{\"type\":\"x\",\"title\":\"x\",\"status\":428}");
            }
            kept.content = body;
            return new Reply(200, body);
        }
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode units = JSON.readTree(body);
            units.forEach(unit -> kept.units.put(unit.path("unit").asText(), unit));
            return new Reply(
                    200, "{\"created\":%d,\"changed\":0,\"unchanged\":0}".formatted(units.size()));
        }
        if (path[3].equals("changes")) {
            return new Reply(200, changes(kept, exchange.getRequestURI()));
        }
        return new Reply(
                200,
                "{\"unit\":\"%s\",\"items\":%s}"
                        .formatted(path[4], kept.items.getOrDefault(path[4], "[]")));
    }

    private static String changes(Kept kept, URI uri) {
        String after = uri.getQuery().replaceAll("(^|.*&)after=([0-9]+).*|.*", "$2");
        int from = after.isEmpty() ? 0 : Integer.parseInt(after);
        List<String> touched =
                kept.changes.entrySet().stream()
                        .filter(change -> change.getValue() > from)
                        .map(change -> "{\"unit\":\"" + change.getKey() + "\",\"slots\":[]}")
                        .toList();
        return "{\"changes\":%s,\"next\":\"%d\",\"more\":false}".formatted(touched, kept.clock);
    }
}
