package org.kongdee.test;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a neighbour in the tests of the service that calls it. An exchange that the
 * neighbour's published contract does not allow, asked or answered, is answered by 418, which no
 * client takes for an answer.
 */
public abstract class FakeNeighbour implements QuarkusTestResourceLifecycleManager {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String neighbour;
    private final String urlSetting;
    private final String breaker;
    private final ContractCheck contract;
    private @Nullable HttpServer server;

    /** An answer; its body may be empty. */
    public record Reply(int status, String body) {}

    /**
     * @param urlSetting tells the service where the neighbour is
     * @param client the class by which the service calls it
     */
    protected FakeNeighbour(String neighbour, String urlSetting, String client) {
        this.neighbour = neighbour;
        this.urlSetting = urlSetting;
        this.breaker = client + "/CircuitBreaker/";
        this.contract = new ContractCheck(PublishedContract.of(neighbour));
    }

    /** Answers one call at a time, those of the service and those of its tests. */
    protected abstract Reply answer(HttpExchange exchange, String body) throws IOException;

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
        System.setProperty(property(neighbour), url);
        Map<String, String> settings = new HashMap<>();
        settings.put(urlSetting, url);
        // A test that breaks it does not want the next one to wait.
        settings.put(breaker + "delay", "100");
        settings.put(breaker + "delayUnit", "MILLIS");
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** A test's own call; the body of the answer. */
    protected static String exchange(String neighbour, String method, String path, String body) {
        URI uri = URI.create(System.getProperty(property(neighbour)) + path);
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(uri)
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

    /** The reply to the service, or 418 if the contract does not allow the exchange. */
    protected final Reply checked(HttpExchange exchange, String body, Reply reply) {
        List<String> faults =
                contract.faults(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        body,
                        reply.status(),
                        reply.body());
        if (faults.isEmpty()) {
            return reply;
        }
        System.err.println("against the contract of " + neighbour + ": " + faults);
        return new Reply(418, "");
    }

    /**
     * A system property has the URL, since tests and their resources may be loaded by different
     * class loaders.
     */
    private static String property(String neighbour) {
        return "kongdee.test.fake-" + neighbour;
    }

    private void serve(HttpExchange exchange) throws IOException {
        Reply reply =
                answer(
                        exchange,
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
