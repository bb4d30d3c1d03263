package org.kongdee.web.contract;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.idempotency.Idempotency;

/**
 * The headers of answers. Which answer has which follows from the rest of the contract: what can be
 * asked for by {@code If-None-Match} has an ETag in every answer that shows it, what a POST creates
 * has a place, a page has links, and what is given in parts is a file.
 */
final class Headers {

    private static final String PLACE = "#/components/headers/";
    private static final String ETAG = "ETag";
    private static final String LENGTH = "Content-Length";
    private static final String RANGE = "Content-Range";
    private static final List<String> OF_FILES =
            List.of(ETAG, "Content-Disposition", LENGTH, "Accept-Ranges");

    private static final Map<String, String> DESCRIBED = described();

    private final Set<String> tagged;

    Headers(OpenAPI api) {
        this.tagged =
                Usage.operations(api)
                        .map(Operation::getResponses)
                        .filter(answers -> answers.hasAPIResponse("304"))
                        .map(answers -> schema(answers.getAPIResponse("200")))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private static Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        described.put(ETAG, "The version of what the answer shows, for If-Match and If-None-Match");
        described.put(
                "Location", "Where what was created is, relative to the address of the request");
        described.put(
                "Link",
                "RFC 8288 links to the first, previous, next and last page, those that there are, relative to the address of the request");
        described.put("Content-Disposition", "attachment, with the name of the file (RFC 6266)");
        described.put(LENGTH, "How many bytes follow");
        described.put("Accept-Ranges", "`bytes`: parts of it can be asked for by Range");
        described.put(
                RANGE,
                "Which bytes of how many, such as `bytes 0-1023/48213`; with 416 `bytes */48213`");
        described.put("Retry-After", "After how many seconds to try again; with 429 and 503");
        described.put(
                "RateLimit-Policy",
                "The limit that was reached and in how many seconds it is given again, such as `\"requests\";q=2000;w=4`; with 429");
        described.put(
                "RateLimit",
                "What is left of it and in how many seconds there is more, such as `\"requests\";r=0;t=1`; with 429");
        described.put(
                "WWW-Authenticate",
                "Bearer, with error=\"invalid_token\" if one was sent; with 401");
        described.put("Allow", "The methods that the path takes; with 405");
        described.put(
                Idempotency.REPLAYED,
                "true if this is the kept answer to an earlier request with the same Idempotency-Key; summary if that was too long to be kept, and"
                        + " only its status, its ETag, its place and its counts were: lists are empty then");
        described.put(
                "X-Request-Id", "The request's id in the logs, as the caller gave it or a new one");
        return described;
    }

    /** Describes those that some answer has. */
    static void describe(OpenAPI api) {
        Components components = api.getComponents();
        Set<String> used =
                Stream.concat(
                                components.getResponses().values().stream(),
                                Usage.operations(api)
                                        .flatMap(
                                                operation ->
                                                        operation
                                                                .getResponses()
                                                                .getAPIResponses()
                                                                .values()
                                                                .stream()))
                        .filter(answer -> answer.getHeaders() != null)
                        .flatMap(answer -> answer.getHeaders().values().stream())
                        .map(Header::getRef)
                        .collect(Collectors.toSet());
        DESCRIBED.forEach(
                (name, text) -> {
                    if (used.contains(PLACE + name)) {
                        components.addHeader(
                                name,
                                OASFactory.createHeader()
                                        .description(text)
                                        .schema(
                                                OASFactory.createSchema()
                                                        .type(
                                                                List.of(
                                                                        name.equals(LENGTH)
                                                                                ? SchemaType.INTEGER
                                                                                : SchemaType
                                                                                        .STRING))));
                    }
                });
    }

    /** Adds those that an operation's answers have. */
    void complete(PathItem path, HttpMethod method, Operation operation) {
        boolean file = path.getGET() != null && path.getGET().getResponses().hasAPIResponse("206");
        boolean asked = operation.getResponses().hasAPIResponse("304");
        boolean creating =
                method == HttpMethod.POST && operation.getResponses().hasAPIResponse("201");
        boolean paged = Operations.takes(operation, "page");
        boolean repeatable = Operations.takes(operation, Idempotency.HEADER);
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, answer) -> {
                            List<String> names = new ArrayList<>();
                            boolean success = status.startsWith("2");
                            if (file && success) {
                                names.addAll(OF_FILES);
                            }
                            if (status.equals("304")
                                    || success && (asked || tagged.contains(schema(answer)))) {
                                names.add(ETAG);
                            }
                            if (creating && success) {
                                names.add("Location");
                            }
                            if (status.equals("206") || status.equals("416")) {
                                names.add(RANGE);
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

    /** Adds those of the answer that all operations share. */
    static APIResponse ofRefused(APIResponse answer) {
        List.of(
                        "Retry-After",
                        "RateLimit-Policy",
                        "RateLimit",
                        "WWW-Authenticate",
                        "Allow",
                        "X-Request-Id")
                .forEach(name -> add(answer, name));
        return answer;
    }

    private static void add(APIResponse answer, String name) {
        Map<String, Header> own = answer.getHeaders();
        if (own == null || !own.containsKey(name)) {
            answer.addHeader(name, OASFactory.createHeader().ref(PLACE + name));
        }
    }

    private static @Nullable String schema(@Nullable APIResponse answer) {
        MediaType json =
                answer == null || answer.getContent() == null
                        ? null
                        : answer.getContent().getMediaType(APPLICATION_JSON);
        return json == null || json.getSchema() == null ? null : json.getSchema().getRef();
    }
}
