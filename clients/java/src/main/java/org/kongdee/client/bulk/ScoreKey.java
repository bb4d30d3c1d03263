package org.kongdee.client.bulk;

import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.Stage;

/** Which score: of a unit, in a criterion, in a stage. */
public record ScoreKey(String unit, String criterion, Stage stage) {

    static ScoreKey of(ScoreLine line) {
        return new ScoreKey(
                line.unit(), line.criterion(), line.stage() == null ? Stage.SELF : line.stage());
    }
}
