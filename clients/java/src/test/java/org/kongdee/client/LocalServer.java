package org.kongdee.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An HTTP server for what a real service can't be made to answer: answers as they are queued, for
 * one test.
 */
public final class LocalServer implements AfterEachCallback {

    private static final Duration SOON = Duration.ofMillis(1);

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** What came. */
    public record Received(String method, String target, HttpExchange exchange, String body) {
        public String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }
    }

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    public LocalServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        synchronized (replies) {
            received.add(
                    new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange,
                            body));
            reply = replies.remove();
        }
        reply.to(exchange);
    }

    public String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A client that waits a moment between tries. */
    public Kongdee.Builder client() {
        return Kongdee.builder()
                .rubric(uri())
                .tokens(() -> "token")
                .retry(new Retry(3, SOON, Duration.ofSeconds(2)));
    }

    public List<Received> received() {
        return received;
    }

    public LocalServer json(int status, String body, String... headers) {
        return reply(status, "application/json", body, headers);
    }

    public LocalServer problem(int status, String slug, String... headers) {
        return reply(
                status,
                "application/problem+json",
                """
                {"type":"https://kongdee.org/problems/%s","title":"Title","status":%d,"detail":"Detail",
                "instance":"/v1","requestId":"r-1","errors":[]}"""
                        .formatted(slug, status),
                headers);
    }

    public LocalServer reply(int status, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return queue(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    for (int at = 0; at < headers.length; at += 2) {
                        exchange.getResponseHeaders().set(headers[at], headers[at + 1]);
                    }
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    /** Reads the request and hangs up. */
    public LocalServer hangUp() {
        return queue(
                exchange -> {
                    throw new IOException("hangs up");
                });
    }

    /** Says that there is more than it sends. */
    public LocalServer cutOff(String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return queue(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, bytes.length + 100L);
                    exchange.getResponseBody().write(bytes);
                    exchange.getResponseBody().flush();
                    throw new IOException("cuts off");
                });
    }

    private LocalServer queue(Reply reply) {
        synchronized (replies) {
            replies.add(reply);
        }
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
    }
}
