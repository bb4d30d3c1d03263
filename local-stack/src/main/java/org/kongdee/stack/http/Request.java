package org.kongdee.stack.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was asked.
 *
 * @param form the query of a GET, the body of a POST
 */
public record Request(String method, Form form, Headers headers) {

    private static final int MOST_CHARACTERS = 8 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * @throws BadRequest if it is too long, or of another kind than forms are
     */
    static Request read(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String text = method.equals("POST") ? body(exchange) : query(exchange);
        if (text.length() > MOST_CHARACTERS) {
            throw new BadRequest("more than " + MOST_CHARACTERS + " characters");
        }
        return new Request(method, Form.parse(text), exchange.getRequestHeaders());
    }

    private static String query(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    private static String body(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw new BadRequest("the body must be " + FORM);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_CHARACTERS + 1);
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
