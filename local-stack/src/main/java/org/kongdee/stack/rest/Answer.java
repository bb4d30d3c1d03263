package org.kongdee.stack.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** What a service answered. */
public record Answer(String request, int status, JsonNode body) {

    public boolean is(int... statuses) {
        return Arrays.stream(statuses).anyMatch(expected -> expected == status);
    }

    /**
     * @throws RestException with the service's own explanation, if the status is none of these
     */
    public Answer expecting(int... statuses) {
        if (is(statuses)) {
            return this;
        }
        StringBuilder message = new StringBuilder(request + " answered " + status);
        String detail = body.path("detail").asText(body.path("title").asText(""));
        if (!detail.isEmpty()) {
            message.append(": ").append(detail);
        }
        for (JsonNode error : body.path("errors")) {
            message.append("\n  ")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        throw new RestException(message.toString());
    }
}
