package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.Scorer;

/**
 * A row of a page of the league table, with what is said of the whole table.
 *
 * @param row null if the page is beyond the end
 * @param rubric of the cycle
 * @param version of that rubric
 * @param total length of the whole table
 * @param better how many are better than the first of the page
 */
record Ranked(@Nullable TableRow row, String rubric, String version, long total, long better) {

    /** Numbers a page in competition style: 1, 2, 2, 4. */
    static List<RankingEntry> number(
            List<Ranked> rows, int offset, Function<@Nullable String, Scorer> scorers) {
        var numbered = new ArrayList<RankingEntry>(rows.size());
        BigDecimal last = null;
        long rank = 0;
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i).row();
            if (row == null) {
                break;
            }
            if (last == null) {
                rank = rows.get(i).better() + 1;
            } else if (row.key().compareTo(last) != 0) {
                rank = offset + i + 1L;
            }
            last = row.key();
            numbered.add(row.at(rank, scorers));
        }
        return numbered;
    }
}
