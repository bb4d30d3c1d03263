package org.kongdee.stack.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls one service with one token. */
public final class RestClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private final String base;
    private final String token;

    public RestClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Where the service is. */
    public String base() {
        return base;
    }

    public Answer get(String path) {
        return send("GET", path, "application/json", "");
    }

    /**
     * The items of all pages of a list.
     *
     * @param pathToPage all of the path but the number of the page
     */
    public List<JsonNode> all(String pathToPage) {
        List<JsonNode> items = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode body = get(pathToPage + page).expecting(200).body();
            body.path("items").forEach(items::add);
            if (body.path("items").isEmpty() || items.size() >= body.path("total").asLong()) {
                return items;
            }
        }
    }

    public Answer put(String path, JsonNode body) {
        return send("PUT", path, "application/json", body.toString());
    }

    public Answer put(String path, String contentType, String body) {
        return send("PUT", path, contentType, body);
    }

    /** Only if what is there is of this version. */
    public Answer put(String path, JsonNode body, String ifMatch) {
        return send("PUT", path, "application/json", body.toString(), ifMatch);
    }

    public Answer post(String path) {
        return send("POST", path, "application/json", "");
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, "application/json", body.toString());
    }

    public Answer post(String path, String contentType, String body) {
        return send("POST", path, contentType, body);
    }

    private Answer send(String method, String path, String contentType, String body) {
        return send(method, path, contentType, body, "");
    }

    private Answer send(
            String method, String path, String contentType, String body, String ifMatch) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ANSWER)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, response.statusCode(), parse(response.body()));
        } catch (ConnectException e) {
            throw new RestException(
                    "nothing answers at " + base + "; is the suite up? ./suite status");
        } catch (IOException e) {
            throw new RestException(method + " " + base + path + " got no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException("interrupted while waiting for " + base);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
