package org.kongdee.notification.recipient;

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
record RecipientOutcomes(int accepted, int rejected, List<RecipientOutcome> outcomes) {

    /**
     * What became of one line.
     *
     * @param line counted from 1; of CSV, the line of the file on which the row begins
     * @param status 201 if the recipient was created, 200 if it was there, else that of the problem
     * @param problem why it was refused; null if it was taken
     * @param recipient key of the recipient; null if it was refused
     * @param etag of the recipient as it stands now; null if it was refused
     */
    record RecipientOutcome(
            int line,
            int status,
            @Nullable Problem problem,
            @Nullable String recipient,
            @Schema(examples = "\"7\"") @Nullable String etag) {}
}
