package org.kongdee.test.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What is known to be there: values by the names under which contracts ask for them. It grows by
 * what answers tell, so that requests meet what earlier ones made.
 */
public final class Pool {

    private static final int MOST = 40;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> etags = new HashMap<>();

    /** Adds a value that a parameter or member of this name may have. */
    public Pool add(String name, String value) {
        List<String> known = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!known.contains(value)) {
            if (known.size() == MOST) {
                known.removeFirst();
            }
            known.add(value);
        }
        return this;
    }

    Optional<String> any(String name, Random random) {
        List<String> known = values.getOrDefault(name, List.of());
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.get(random.nextInt(known.size())));
    }

    /** The cursor that was last given out at a path: no other is understood there. */
    Optional<String> cursor(String path) {
        return etag("cursor:" + path);
    }

    void given(String path, String cursor) {
        seen("cursor:" + path, cursor);
    }

    /** The version that was last seen at a path. */
    Optional<String> etag(String path) {
        return Optional.ofNullable(etags.get(path));
    }

    void seen(String path, String etag) {
        if (etags.size() > 1000) {
            etags.clear();
        }
        etags.put(path, etag);
    }

    /** Takes what an answer names. */
    void learn(JsonNode answer) {
        if (answer.isObject()) {
            answer.properties()
                    .forEach(
                            member -> {
                                if (values.containsKey(member.getKey())
                                        && member.getValue().isTextual()) {
                                    add(member.getKey(), member.getValue().asText());
                                }
                            });
        }
        answer.forEach(this::learn);
    }
}
