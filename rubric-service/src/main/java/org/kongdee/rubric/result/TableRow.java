package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.sql.Row;
import org.kongdee.web.text.LocalizedText;

/**
 * A row of the league table as it is stored, before it has its rank.
 *
 * @param group of the unit; null if the rubric has none
 * @param key orders the table; below 0 if nothing applies
 * @param nodes the children of the root, in JSON
 * @param ceilings what the evidence backs; null where none is followed
 */
record TableRow(
        String unit,
        LocalizedText title,
        @Nullable String group,
        BigDecimal key,
        @Nullable BigDecimal points,
        @Nullable BigDecimal max,
        @Nullable BigDecimal percent,
        @Nullable String exact,
        @Nullable String rating,
        boolean complete,
        String nodes,
        @Nullable String[] leaves,
        @Nullable String @Nullable [] ceilings) {

    /** What a statement selects for it, of {@code stage_total t} and what is joined there. */
    static final String COLUMNS =
            """
            t.unit, u.title_en, u.title_th, a.unit_group, t.percent_key, t.points, t.max, t.percent, t.exact, t.rating, t.complete, t.top_nodes,
            t.leaves, e.ceilings
            """;

    static final String JOINS =
            """
            join unit u on u.unit = t.unit
            join assessment a on a.cycle = t.cycle and a.unit = t.unit
            left join unit_evidence e on e.cycle = t.cycle and e.unit = t.unit
            """;

    static TableRow of(Row row) throws SQLException {
        return new TableRow(
                row.text("unit"),
                new LocalizedText(row.text("title_en"), row.text("title_th")),
                row.textOrNull("unit_group"),
                row.decimal("percent_key"),
                row.decimalOrNull("points"),
                row.decimalOrNull("max"),
                row.decimalOrNull("percent"),
                row.textOrNull("exact"),
                row.textOrNull("rating"),
                row.flag("complete"),
                row.text("top_nodes"),
                row.textsOrNulls("leaves"),
                row.textsOrNull("ceilings"));
    }

    /** Where nothing applies there is nothing to rank by. */
    boolean isRanked() {
        return key.signum() >= 0;
    }

    /**
     * @param scorers of the groups of units
     */
    RankingEntry at(long rank, Function<@Nullable String, Scorer> scorers) {
        Scorer scorer = scorers.apply(group);
        return new RankingEntry(
                isRanked() ? rank : null,
                unit,
                title,
                group,
                points,
                max,
                percent,
                exact,
                backed(scorer),
                rating,
                scorer.rubric().ratingTitle(rating),
                complete,
                nodes);
    }

    private @Nullable BigDecimal backed(Scorer scorer) {
        if (ceilings == null || !isRanked()) {
            return null;
        }
        return Leaves.backed(scorer, leaves, ceilings)
                .map(result -> result.root().points())
                .orElse(points);
    }
}
