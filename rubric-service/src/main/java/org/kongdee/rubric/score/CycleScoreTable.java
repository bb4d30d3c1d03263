package org.kongdee.rubric.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimText;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.table.TableColumn;
import org.kongdee.web.table.Tables;

/**
 * The scores of a cycle as a table: what a {@link ScoreTable} takes, and the points, which it
 * passes over.
 */
final class CycleScoreTable {

    static final List<TableColumn> COLUMNS =
            List.of(
                    new TableColumn("unit", 12),
                    new TableColumn("criterion", 12),
                    new TableColumn("stage", 12),
                    new TableColumn("claim", 24),
                    new TableColumn("note", 60),
                    new TableColumn("etag", 10),
                    new TableColumn("points", 10));

    private CycleScoreTable() {}

    static Consumer<CycleScore> rows(Tables.Sink sink) {
        Consumer<List<@Nullable Object>> row = Tables.unchecked(sink);
        return score -> row.accept(cells(score));
    }

    private static List<@Nullable Object> cells(CycleScore score) {
        Claim claim = score.claim();
        return Arrays.asList(
                score.unit(),
                score.criterion(),
                score.stage(),
                claim == null ? null : ClaimText.of(claim),
                score.note(),
                score.etag(),
                score.points());
    }
}
