package org.kongdee.client.bulk;

import java.math.BigDecimal;
import org.kongdee.client.Problem;

/**
 * What became of one score.
 *
 * @param line which of the scores given, counted from 1
 * @param status what a PUT of this score alone would have answered
 * @param points what the claim is worth; null if it was refused
 * @param etag of the score as it stands now; null if it was refused
 * @param problem why it was refused; null if it was taken
 * @param earlier whether an earlier run had already been told
 */
public record LineResult(
        long line,
        ScoreKey key,
        int status,
        BigDecimal points,
        String etag,
        Problem problem,
        boolean earlier) {

    public boolean accepted() {
        return problem == null;
    }
}
