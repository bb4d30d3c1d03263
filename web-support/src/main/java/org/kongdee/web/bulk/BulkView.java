package org.kongdee.web.bulk;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Problem;

/**
 * The answer to a bulk request. Its contract has a schema of its own for each operation, which
 * names the members that an outcome has there.
 *
 * @param accepted how many lines were taken
 * @param rejected how many were not
 * @param outcomes one a line, in the order of the lines
 */
public record BulkView(int accepted, int rejected, List<OutcomeView> outcomes) {

    public BulkView {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What became of one line.
     *
     * @param line of the body, counted from 1, empty ones too; of a JSON array its element
     * @param status what a request for this line alone would have answered
     * @param problem why it was refused; null if it was taken
     * @param members what the answer tells besides; all null if it was refused
     */
    public record OutcomeView(
            int line,
            int status,
            @Nullable Problem problem,
            @Schema(hidden = true) @JsonAnyGetter Map<String, @Nullable Object> members) {}

    /**
     * The last line of an NDJSON answer.
     *
     * @param accepted how many lines were taken
     * @param rejected how many were not
     */
    @Schema(name = "BulkSummary")
    public record Summary(int accepted, int rejected) {}
}
