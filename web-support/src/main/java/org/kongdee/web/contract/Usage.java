package org.kongdee.web.contract;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Which named schemas requests and answers reach.
 *
 * @param asked by requests
 * @param answered by answers
 */
record Usage(Set<String> asked, Set<String> answered) {

    static final String SCHEMAS = "#/components/schemas/";

    static Usage of(OpenAPI api) {
        var usage = new Usage(new HashSet<>(), new HashSet<>());
        Map<String, Schema> named = api.getComponents().getSchemas();
        // Every operation answers problems; where it says so is added later.
        reach(OASFactory.createSchema().ref(SCHEMAS + "Problem"), named, usage.answered());
        operations(api)
                .forEach(
                        operation -> {
                            if (operation.getRequestBody() != null) {
                                reach(
                                        operation.getRequestBody().getContent(),
                                        named,
                                        usage.asked());
                            }
                            operation
                                    .getResponses()
                                    .getAPIResponses()
                                    .values()
                                    .forEach(
                                            answer ->
                                                    reach(
                                                            answer.getContent(),
                                                            named,
                                                            usage.answered()));
                        });
        return usage;
    }

    static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static void reach(Content content, Map<String, Schema> named, Set<String> reached) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .map(type -> type.getSchema())
                    .filter(Objects::nonNull)
                    .forEach(schema -> reach(schema, named, reached));
        }
    }

    private static void reach(Schema schema, Map<String, Schema> named, Set<String> reached) {
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS)) {
            String name = ref.substring(SCHEMAS.length());
            Schema there = named.get(name);
            if (there != null && reached.add(name)) {
                reach(there, named, reached);
            }
        }
        inner(schema).forEach(inner -> reach(inner, named, reached));
    }

    /** The schemas directly inside another. */
    static Stream<Schema> inner(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null ? null : schema.getProperties().values(),
                        schema.getOneOf(),
                        schema.getAnyOf(),
                        schema.getAllOf(),
                        schema.getItems() == null ? null : Set.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? null
                                : Set.of(schema.getAdditionalPropertiesSchema()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
    }
}
