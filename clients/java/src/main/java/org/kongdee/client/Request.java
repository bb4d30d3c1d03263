package org.kongdee.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.kongdee.client.list.LinesBody;

/** A request as the generated calls describe it. Programs use those. */
public final class Request {

    private static final String NDJSON = "application/x-ndjson";

    private final Service service;
    private final String method;
    private final String template;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Form form;
    private Body body = new Body(null, BodyPublishers::noBody, true, true);

    /**
     * @param repeatable whether it can be sent again
     * @param whole whether it is in memory, so that sending it takes no longer than an answer may
     */
    record Body(String media, Supplier<BodyPublisher> bytes, boolean repeatable, boolean whole) {}

    Request(Service service, String method, String template) {
        this.service = service;
        this.method = method;
        this.template = template;
    }

    public Request path(String name, Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(method + " " + template + " needs " + name);
        }
        path.put(name, text);
        return this;
    }

    /** Null leaves it out, a list says it more than once. */
    public Request query(String name, Object value) {
        query.remove(name);
        if (value instanceof Iterable<?> values) {
            var texts = new ArrayList<String>();
            values.forEach(each -> texts.add(each.toString()));
            query.put(name, texts);
        } else if (value != null) {
            query.put(name, List.of(value.toString()));
        }
        return this;
    }

    /** Null leaves it out. */
    public Request header(String name, Object value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value.toString());
        }
        return this;
    }

    /** The same request with another value of this parameter. */
    public Request with(String parameter, Object value) {
        var other = new Request(service, method, template);
        other.path.putAll(path);
        other.query.putAll(query);
        other.headers.putAll(headers);
        other.form = form;
        other.body = body;
        return other.query(parameter, value);
    }

    public Request body(String media, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(method + " " + template + " needs a body");
        }
        byte[] bytes =
                value instanceof String text && !media.contains("json")
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : json(value);
        body = new Body(media, () -> BodyPublishers.ofByteArray(bytes), true, true);
        return this;
    }

    /** NDJSON, a line each as they are iterated. */
    public Request lines(Iterator<?> lines) {
        body =
                new Body(
                        NDJSON,
                        () -> BodyPublishers.ofInputStream(() -> new LinesBody(lines)),
                        false,
                        false);
        return this;
    }

    /** A part of a form, as JSON. */
    public Request part(String name, Object value) {
        form().add(
                        "Content-Disposition: form-data; name=\""
                                + name
                                + "\"\r\n"
                                + "Content-Type: application/json\r\n\r\n",
                        BodyPublishers.ofByteArray(json(value)));
        return this;
    }

    /** Parts of a form: files under their names. */
    public Request files(String name, List<Path> files) {
        for (Path file : files) {
            try {
                form().add(
                                "Content-Disposition: form-data; name=\""
                                        + name
                                        + "\"; filename=\""
                                        + quoted(file.getFileName().toString())
                                        + "\"\r\n"
                                        + "Content-Type: application/octet-stream\r\n\r\n",
                                BodyPublishers.ofFile(file));
            } catch (FileNotFoundException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    private Form form() {
        if (form == null) {
            form = new Form();
            body =
                    new Body(
                            "multipart/form-data; boundary=" + form.boundary,
                            form::bytes,
                            true,
                            false);
        }
        return form;
    }

    /** As browsers write names of files in forms. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static final class Form {
        private final String boundary = UUID.randomUUID().toString();
        private final List<BodyPublisher> parts = new ArrayList<>();

        void add(String head, BodyPublisher bytes) {
            parts.add(text("--" + boundary + "\r\n" + head));
            parts.add(bytes);
            parts.add(text("\r\n"));
        }

        BodyPublisher bytes() {
            var all = new ArrayList<>(parts);
            all.add(text("--" + boundary + "--\r\n"));
            return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
        }

        private static BodyPublisher text(String text) {
            return BodyPublishers.ofString(text);
        }
    }

    /** Sends it and reads the whole answer. */
    Answer<byte[]> bytes(String accept) {
        return service.bytes(this, accept);
    }

    /** Sends it, and answers with the bytes as they arrive. */
    public Answer<InputStream> stream(String accept) {
        return service.stream(this, accept);
    }

    String method() {
        return method;
    }

    Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    /** Whether it does no harm if it was done already. */
    boolean harmless() {
        return switch (method) {
            case "GET" -> true;
            case "POST" -> headers.containsKey("Idempotency-Key");
            // The same content is taken as unchanged, while a version is another one afterwards.
            case "PUT" -> "*".equals(headers.getOrDefault("If-Match", "*"));
            default -> false;
        };
    }

    URI uri(URI base) {
        String text = base.toString();
        return URI.create(
                (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + target());
    }

    private String target() {
        String target = template;
        for (Map.Entry<String, String> each : path.entrySet()) {
            target = target.replace("{" + each.getKey() + "}", encoded(each.getValue()));
        }
        var text = new StringBuilder(target);
        char sign = '?';
        for (Map.Entry<String, List<String>> each : query.entrySet()) {
            for (String value : each.getValue()) {
                text.append(sign).append(encoded(each.getKey())).append('=').append(encoded(value));
                sign = '&';
            }
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] json(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + target();
    }
}
