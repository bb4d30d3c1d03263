package org.kongdee.notification;

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
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.test.ContractCheck;

/**
 * Stands for rubric-service: answers what was recorded, and remembers what it was asked. An
 * exchange that rubric-service's published contract does not allow is answered by 418, which no
 * client takes for an answer. A test records by PUT and reads back the calls at {@code /calls}.
 */
public final class RubricFake implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "kongdee.test.rubric-fake";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ContractCheck contract = ContractCheck.of("rubric-service");
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers.put("/v1/cycles", recorded("cycles.json"));
        answers.put(
                "/v1/cycles/division-contest-2565/milestones",
                recorded("milestones-division-contest-2565.json"));
        String url = "http://localhost:" + server.getAddress().getPort();
        // A system property, since tests and their resources may be loaded by different class
        // loaders.
        System.setProperty(URL, url);
        // A test that breaks it does not want the next one to wait.
        String breaker = "org.kongdee.notification.milestone.RubricClient/CircuitBreaker/";
        return Map.of(
                "kongdee.rubric.url",
                url,
                breaker + "delay",
                "100",
                breaker + "delayUnit",
                "MILLIS");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
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
        exchange("PUT", path, body);
    }

    /** What was asked, one call a line: method, path with query, body. */
    public static List<String> calls() {
        return exchange("GET", "/calls", "").lines().toList();
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

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String answer = "";
        int status = 200;
        if (exchange.getRequestMethod().equals("PUT")) {
            answers.put(path, body);
        } else if (path.equals("/calls")) {
            answer = String.join("\n", calls);
        } else {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            boolean read = exchange.getRequestMethod().equals("GET");
            answer = answers.getOrDefault(path, read ? "" : heard(path));
            status = answer.isEmpty() ? 503 : 200;
            List<String> faults = answer.isEmpty() ? List.of() : faults(exchange, body, answer);
            String etag = "\"" + answer.hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                calls.add("304 " + exchange.getRequestURI());
                status = 304;
                answer = "";
            }
            if (!faults.isEmpty()) {
                status = 418;
                answer = "";
                System.err.println("against the contract of rubric-service: " + faults);
            }
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The answer to a change of a milestone, which names it. */
    private static String heard(String path) {
        return "{\"id\":\"%s\"}"
                .formatted(
                        path.replaceFirst(
                                "/v1/cycles/(.+)/assessments/(.+)/milestones/(.+)/(.+)",
                                "$1:$2:$3:$4"));
    }

    private List<String> faults(HttpExchange exchange, String request, String response) {
        return contract.faults(
                exchange.getRequestMethod(), exchange.getRequestURI(), request, 200, response);
    }
}
