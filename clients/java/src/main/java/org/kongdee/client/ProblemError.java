package org.kongdee.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that is wrong with a request, and where: a JSON pointer into the body, or the name of a
 * parameter or header; the other is null.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProblemError(
        @JsonProperty("pointer") String pointer,
        @JsonProperty("parameter") String parameter,
        @JsonProperty("detail") String detail,
        @JsonProperty("line") Integer line,
        @JsonProperty("column") Integer column) {

    @Override
    public String toString() {
        String where = parameter == null ? pointer : parameter;
        return where == null || where.isEmpty() ? detail : where + ": " + detail;
    }
}
