package org.kongdee.web.bulk;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Problem;

/**
 * The answer to a bulk request.
 *
 * @param accepted how many lines were taken
 * @param rejected how many were not
 * @param outcomes one a line, in the order of the lines
 */
public record BulkView(int accepted, int rejected, List<OutcomeView> outcomes) {

    public BulkView {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of one line; the members of the accepted answer stand beside {@code status}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record OutcomeView(
            @Schema(description = "Counted from 1") int line,
            @Schema(description = "What a request for this line alone would have answered")
                    int status,
            @Nullable Problem problem,
            @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {}

    /** The last line of an NDJSON answer. */
    public record Summary(int accepted, int rejected) {}
}
