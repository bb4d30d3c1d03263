package org.kongdee.web.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What messages are in Thai, by their English templates, read from every {@code
 * META-INF/kongdee/messages.th.json} on the class path: the shared ones and those of the service.
 */
final class Messages {

    private static final String RESOURCE = "META-INF/kongdee/messages.th.json";
    private static final Map<String, String> THAI = load();

    private Messages() {}

    /** In English where it is missing; tests look for that. */
    static String thai(String template) {
        return THAI.getOrDefault(template, template);
    }

    private static Map<String, String> load() {
        var mapper = new ObjectMapper();
        var found = new HashMap<String, String>();
        try {
            for (URL resource :
                    Collections.list(
                            Thread.currentThread()
                                    .getContextClassLoader()
                                    .getResources(RESOURCE))) {
                found.putAll(
                        mapper.readValue(resource, new TypeReference<Map<String, String>>() {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(found);
    }
}
