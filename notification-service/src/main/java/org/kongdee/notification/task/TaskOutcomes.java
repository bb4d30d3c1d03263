package org.kongdee.notification.task;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Problem;

/**
 * What became of each line of a bulk request.
 *
 * <p>It stands for the contract alone: {@link org.kongdee.web.bulk.BulkView} with the members that
 * its outcomes have here.
 *
 * @param accepted how many lines were taken
 * @param rejected how many were not
 * @param outcomes one a line, in the order of the lines
 */
record TaskOutcomes(int accepted, int rejected, List<TaskOutcome> outcomes) {

    /**
     * What became of one line.
     *
     * @param line of the body, counted from 1, empty ones too; of a JSON array its element
     * @param status 201 if the task was created, 200 if it was there, else that of the problem
     * @param problem why it was refused; null if it was taken
     * @param task key of the task; null if it was refused
     * @param etag of the task as it stands now; null if it was refused
     */
    record TaskOutcome(
            int line,
            int status,
            @Nullable Problem problem,
            @Nullable String task,
            @Schema(examples = "\"7\"") @Nullable String etag) {}
}
