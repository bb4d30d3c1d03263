package org.kongdee.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as it is sent.
 *
 * @param type names the kind of problem, for ever; described in docs/problems.md
 * @param title a short text for people, in the language of {@code Accept-Language} (en or th)
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param instance the path that was called
 * @param requestId the id under which the service logged the request; name it when you ask for help
 * @param errors every place that is wrong; empty where it is not about places
 * @param members extension members
 */
@Schema(
        description =
                "RFC 9457 problem details; every error answer has this shape, and some have more members, which their detail tells of.",
        additionalProperties = Schema.True.class)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "requestId", "errors"})
public record Problem(
        @Schema(examples = "https://kongdee.org/problems/not-found") String type,
        @Schema(examples = "Not found") String title,
        int status,
        String detail,
        String instance,
        String requestId,
        List<Place> errors,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String BASE = "https://kongdee.org/problems/";

    /**
     * One thing that is wrong with a request and where: a JSON pointer into the body, or the name
     * of a parameter or header.
     *
     * @param pointer JSON pointer (RFC 6901) into the request body; the empty string is the whole
     *     body; null if it is not about the body
     * @param parameter name of a query parameter, path parameter or header; null if it is about the
     *     body
     * @param detail what is wrong and what is expected
     * @param line in a body of many lines, from 1; else null
     * @param column from 1; null if it is not known
     */
    @Schema(name = "ProblemError")
    public record Place(
            @Nullable String pointer,
            @Nullable String parameter,
            String detail,
            @Nullable Integer line,
            @Nullable Integer column) {}

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }
}
