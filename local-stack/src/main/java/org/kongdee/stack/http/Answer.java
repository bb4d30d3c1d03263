package org.kongdee.stack.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered; nobody keeps a copy of it. */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_BODY = -1;

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(int status, Map<String, ?> members) {
        try {
            return of(status, "application/json", JSON.writeValueAsString(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + members.keySet(), e);
        }
    }

    /** An error as OAuth 2.0 writes it (RFC 6749, section 5.2). */
    public static Answer error(int status, String error, String description) {
        return json(status, Map.of("error", error, "error_description", description));
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    /** Sends a browser on by GET, whatever it came with. */
    public static Answer seeOther(String address) {
        return new Answer(303, Map.of("Location", address), "");
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? NO_BODY : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
