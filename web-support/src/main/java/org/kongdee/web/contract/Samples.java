package org.kongdee.web.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Examples of answers, one a schema: what the service really answered, kept in {@code
 * META-INF/kongdee/examples} under the schema's name. {@code clients/mock/record} writes them.
 */
final class Samples {

    private static final String FOLDER = "META-INF/kongdee/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A page that has no example of its own shows one of its items. */
    private static final Map<String, Integer> PAGE = Map.of("page", 0, "size", 50, "total", 1);

    private Samples() {}

    static void add(OpenAPI api) {
        api.getComponents()
                .getSchemas()
                .forEach(
                        (name, schema) -> {
                            Optional<Object> sample = of(name);
                            sample.ifPresent(schema::addExample);
                            if (sample.isEmpty() && isPage(schema)) {
                                schema.getProperties().forEach(Samples::number);
                            }
                        });
    }

    private static void number(String member, Schema value) {
        Integer example = PAGE.get(member);
        if (example != null) {
            value.setExamples(List.of(example));
        }
    }

    private static boolean isPage(Schema schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().containsAll(PAGE.keySet());
    }

    private static Optional<Object> of(String schema) {
        try (@Nullable InputStream file =
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream(FOLDER + schema + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + schema + ".json", e);
        }
    }
}
