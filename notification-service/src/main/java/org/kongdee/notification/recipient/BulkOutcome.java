package org.kongdee.notification.recipient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Problem;

/** What became of each line of a bulk request. */
@Schema(
        examples =
                """
                {"accepted": 1, "rejected": 1, "outcomes": [
                  {"line": 1, "status": 201, "recipient": "slk-legal-head"},
                  {"line": 2, "status": 400, "problem": {"type": "https://kongdee.org/problems/bad-request",
                   "title": "Bad request", "status": 400, "detail": "The line breaks the contract.",
                   "errors": [{"pointer": "/email", "detail": "email is required"}]}}]}""")
public record BulkOutcome(int accepted, int rejected, List<Line> outcomes) {

    /**
     * @param line from 1; in CSV the header is not counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int line, int status, @Nullable String recipient, @Nullable Problem problem) {}

    static BulkOutcome of(List<Line> lines) {
        int accepted = Math.toIntExact(lines.stream().filter(l -> l.status() < 300).count());
        return new BulkOutcome(accepted, lines.size() - accepted, lines);
    }
}
