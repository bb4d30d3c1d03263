package org.kongdee.e2e.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The way from one service to its neighbour, on which the {@link Weather} can be changed. */
public final class Link implements AutoCloseable {

    /** Longer than a service waits for its neighbour. */
    private static final Duration DELAY = Duration.ofMillis(2500);

    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "date",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;
    private final int target;
    private volatile Weather weather = Weather.CALM;

    Link(int target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Changes the weather, and begins to count anew. */
    public void weather(Weather weather) {
        calls.set(0);
        this.weather = weather;
    }

    /** How many calls were made in this weather. */
    public int calls() {
        return calls.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        Weather now = weather;
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        try (exchange) {
            switch (now) {
                case CALM -> answer(exchange, forward(exchange, body));
                case CUT -> {
                    // Closing without an answer ends the connection.
                }
                case SLOW -> {
                    Thread.sleep(DELAY);
                    answer(exchange, forward(exchange, body));
                }
                case FAILING -> say(exchange, 500, "text/html", "<h1>Oops</h1>");
                case GARBLED -> say(exchange, 200, "application/json", "{\"items\":[{\"cy");
                case UNHEARD -> {
                    HttpResponse<byte[]> unused = forward(exchange, body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + target + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException {
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        send(exchange, response.statusCode(), response.body());
    }

    private static void say(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        http.shutdownNow();
    }
}
