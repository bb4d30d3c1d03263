package org.kongdee.client;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Why something was refused, as RFC 9457 has it; {@code members} are those of this type alone. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String requestId,
        List<ProblemError> errors,
        @JsonIgnore Map<String, JsonNode> members) {

    private static final String OF_NO_TYPE = "about:blank";

    public Problem {
        type = type == null ? OF_NO_TYPE : type;
        errors = errors == null ? List.of() : List.copyOf(errors);
        members = members == null ? Map.of() : Map.copyOf(members);
    }

    @JsonCreator
    static Problem read(Map<String, JsonNode> all) {
        var members = new java.util.LinkedHashMap<>(all);
        JsonNode status = members.remove("status");
        JsonNode errors = members.remove("errors");
        return new Problem(
                text(members.remove("type")),
                text(members.remove("title")),
                status == null ? 0 : status.asInt(),
                text(members.remove("detail")),
                text(members.remove("instance")),
                text(members.remove("requestId")),
                errors == null || !errors.isArray()
                        ? List.of()
                        : List.of(Json.MAPPER.convertValue(errors, ProblemError[].class)),
                members);
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    @JsonAnyGetter
    Map<String, JsonNode> more() {
        return members;
    }

    /** The last part of the type, such as stale-version; empty where it has none. */
    @JsonIgnore
    public String slug() {
        return type.equals(OF_NO_TYPE) ? "" : type.substring(type.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        var text = new StringBuilder().append(status);
        if (!slug().isEmpty()) {
            text.append(' ').append(slug());
        }
        text.append(": ").append(detail == null ? title : detail);
        errors.forEach(error -> text.append("; ").append(error));
        if (requestId != null) {
            text.append(" (request ").append(requestId).append(')');
        }
        return text.toString();
    }
}
