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

    private static final Map<String, Described> DESCRIBED = described();

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

    /** What a header says, and what it looks like. */
    private record Described(String text, Object example) {}

    private static Map<String, Described> described() {
        Map<String, Described> described = new LinkedHashMap<>();
        described.put(
                ETAG,
                new Described(
                        "The version of what the answer shows, for If-Match and If-None-Match",
                        "\"3\""));
        described.put(
                "Location",
                new Described(
                        "Where what was created is, relative to the address of the request",
                        "/v1/evidence/0f8fad5b-d9cb-469f-a165-70867728950e"));
        described.put(
                "Link",
                new Described(
                        "RFC 8288 links to the first, previous, next and last page, those that there are, relative to the address of the request",
                        "</v1/cycles?page=0&size=50>; rel=\"first\", </v1/cycles?page=0&size=50>; rel=\"last\""));
        described.put(
                "Content-Disposition",
                new Described(
                        "attachment, with the name of the file (RFC 6266)",
                        "attachment; filename=\"message.txt\""));
        described.put(LENGTH, new Described("How many bytes follow", 48213));
        described.put(
                "Accept-Ranges",
                new Described("`bytes`: parts of it can be asked for by Range", "bytes"));
        described.put(
                RANGE,
                new Described(
                        "Which bytes of how many; with 416 such as `bytes */48213`",
                        "bytes 0-1023/48213"));
        described.put(
                "Retry-After",
                new Described("After how many seconds to try again; with 429 and 503", "1"));
        described.put(
                "RateLimit-Policy",
                new Described(
                        "The limit that was reached and in how many seconds it is given again; with 429",
                        "\"requests\";q=2000;w=4"));
        described.put(
                "RateLimit",
                new Described(
                        "What is left of it and in how many seconds there is more; with 429",
                        "\"requests\";r=0;t=1"));
        described.put(
                "WWW-Authenticate",
                new Described(
                        "Bearer, with error=\"invalid_token\" if one was sent; with 401",
                        "Bearer"));
        described.put("Allow", new Described("The methods that the path takes; with 405", "GET"));
        described.put(
                Idempotency.REPLAYED,
                new Described(
                        "true if this is the kept answer to an earlier request with the same Idempotency-Key; summary if that was too long to be kept, and"
                                + " only its status, its ETag, its place and its counts were: lists are empty then",
                        "true"));
        described.put(
                "X-Request-Id",
                new Described(
                        "The request's id in the logs, as the caller gave it or a new one",
                        "0f8fad5bd9cb469fa16570867728950e"));
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
                (name, described) -> {
                    if (used.contains(PLACE + name)) {
                        components.addHeader(
                                name,
                                OASFactory.createHeader()
                                        .description(described.text())
                                        .example(described.example())
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
