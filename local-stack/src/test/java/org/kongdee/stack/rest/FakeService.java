package org.kongdee.stack.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A neighbour that remembers what it was asked and answers what the test says. */
public final class FakeService implements AutoCloseable {

    /** What it was asked: {@code line} is the method and the path, without the query. */
    public record Request(String line, String query, String body) {

        public JsonNode json() {
            return parse(body);
        }
    }

    /** The answer to a request; its status is 200, or its field {@code httpStatus}. */
    public interface Behaviour {
        String answer(Request request);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public FakeService(Behaviour behaviour) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.start();
    }

    public RestClient client() {
        return new RestClient("http://127.0.0.1:" + server.getAddress().getPort(), "token");
    }

    public List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    public List<Request> requests(String lineStart) {
        return requests.stream().filter(request -> request.line.startsWith(lineStart)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request =
                new Request(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                        Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""),
                        body);
        requests.add(request);
        String answer = behaviour.answer(request);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(parse(answer).path("httpStatus").asInt(200), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
