package org.kongdee.test.generated;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.test.PublishedContract.Operation;

/**
 * A request for an operation.
 *
 * @param path with its query, as it is sent
 * @param broken what about it the contract does not allow; null if it is allowed
 * @param example whether it is the example that the contract shows
 */
record GeneratedRequest(
        Operation operation,
        String path,
        Map<String, String> headers,
        byte @Nullable [] body,
        @Nullable String broken,
        boolean example) {

    GeneratedRequest with(String header, String value, String broken) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(header, value);
        return new GeneratedRequest(operation, path, changed, body, broken, false);
    }

    GeneratedRequest without(String header, String broken) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.remove(header);
        return new GeneratedRequest(operation, path, changed, body, broken, false);
    }

    GeneratedRequest withPath(String changed, String broken) {
        return new GeneratedRequest(operation, changed, headers, body, broken, false);
    }

    GeneratedRequest withBody(String changed, String broken) {
        return new GeneratedRequest(
                operation, path, headers, changed.getBytes(StandardCharsets.UTF_8), broken, false);
    }

    /** What is sent, for who looks for a fault. */
    @Override
    public String toString() {
        String sent =
                body == null
                        ? ""
                        : " "
                                + new String(
                                        body,
                                        0,
                                        Math.min(body.length, 600),
                                        StandardCharsets.UTF_8);
        Map<String, String> shown = new TreeMap<>(headers);
        shown.remove("Authorization");
        return "%s %s %s%s%s"
                .formatted(
                        operation.method(),
                        path,
                        shown,
                        sent,
                        broken == null ? "" : " (" + broken + ")");
    }
}
