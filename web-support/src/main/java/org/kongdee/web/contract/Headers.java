package org.kongdee.web.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.idempotency.Idempotency;

/**
 * The headers of answers. Which answer has which follows from the rest of the contract: what can be
 * asked for by {@code If-None-Match} has an ETag in every answer that shows it, what a POST creates
 * has a place, a page has links.
 */
final class Headers {

    private static final String JSON = "application/json";

    private static final Map<String, String> DESCRIBED = described();

    private Headers() {}

    private static Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put(
                "ETag", "The version of what the answer shows, for If-Match and If-None-Match");
        described.put("Location", "Where what was created is");
        described.put(
                "Link",
                "RFC 8288 links to the first, previous, next and last page, those that there are");
        described.put("Retry-After", "After how many seconds to try again; with 429 and 503");
        described.put("WWW-Authenticate", "Bearer; with 401");
        described.put("Allow", "The methods that the path takes; with 405");
        described.put("Content-Range", "How many bytes there are, such as `bytes */48213`");
        described.put(
                Idempotency.REPLAYED,
                "true if this is the kept answer to an earlier request with the same Idempotency-Key");
        described.put(
                "X-Request-Id", "The request's id in the logs, as the caller gave it or a new one");
        return described;
    }

    static void addTo(OpenAPI api) {
        DESCRIBED.forEach(
                (name, text) ->
                        api.getComponents()
                                .addHeader(
                                        name,
                                        OASFactory.createHeader()
                                                .description(text)
                                                .schema(
                                                        OASFactory.createSchema()
                                                                .type(
                                                                        List.of(
                                                                                SchemaType
                                                                                        .STRING)))));
    }

    /** The schemas of what can be asked for by {@code If-None-Match}. */
    static Set<String> tagged(OpenAPI api) {
        return Usage.operations(api)
                .map(Operation::getResponses)
                .filter(answers -> answers.hasAPIResponse("304"))
                .map(answers -> schema(answers.getAPIResponse("200")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static void complete(HttpMethod method, Operation operation, Set<String> tagged) {
        List<Parameter> parameters =
                operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean paged = has(parameters, "page");
        boolean repeatable = has(parameters, Idempotency.HEADER);
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, answer) -> {
                            List<String> names = new ArrayList<>();
                            boolean success = status.startsWith("2");
                            if (status.equals("304")
                                    || success && tagged.contains(schema(answer))) {
                                names.add("ETag");
                            }
                            if (success
                                    && method == HttpMethod.POST
                                    && operation.getResponses().hasAPIResponse("201")) {
                                names.add("Location");
                            }
                            if (status.equals("416")) {
                                names.add("Content-Range");
                            }
                            if (paged && status.equals("200")) {
                                names.add("Link");
                            }
                            if (repeatable && (success || Set.of("409", "422").contains(status))) {
                                names.add(Idempotency.REPLAYED);
                            }
                            names.add("X-Request-Id");
                            names.forEach(name -> add(answer, name));
                        });
    }

    /** Those of the answer that all operations share. */
    static APIResponse refused(APIResponse answer) {
        List.of("Retry-After", "WWW-Authenticate", "Allow", "X-Request-Id")
                .forEach(name -> add(answer, name));
        return answer;
    }

    private static void add(APIResponse answer, String name) {
        Map<String, Header> own = answer.getHeaders();
        if (own == null || !own.containsKey(name)) {
            answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
        }
    }

    private static boolean has(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(each -> name.equals(each.getName()));
    }

    private static @Nullable String schema(@Nullable APIResponse answer) {
        MediaType json =
                answer == null || answer.getContent() == null
                        ? null
                        : answer.getContent().getMediaType(JSON);
        return json == null || json.getSchema() == null ? null : json.getSchema().getRef();
    }
}
