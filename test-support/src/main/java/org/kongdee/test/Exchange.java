package org.kongdee.test;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request and its answer.
 *
 * @param headers of the answer, by names in lower case
 * @param body of the answer; empty where there is none
 */
public record Exchange(
        String method, URI uri, int status, Map<String, List<String>> headers, byte[] body) {

    public Exchange {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        headers = lower;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(values -> values.stream().collect(Collectors.joining(", ")));
    }

    /** The type of the body, without parameters; empty if the answer names none. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
