package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the league table before it has its rank.
 *
 * @param entry null if the page is beyond the end
 * @param key orders the table
 * @param rubric of the cycle
 * @param version of that rubric
 * @param total length of the whole table
 * @param better how many are better than the first of the page
 */
record Ranked(
        @Nullable RankingEntry entry,
        @Nullable BigDecimal key,
        String rubric,
        String version,
        long total,
        long better) {

    /** Numbers a page in competition style: 1, 2, 2, 4. */
    static List<RankingEntry> number(List<Ranked> rows, int offset) {
        var numbered = new ArrayList<RankingEntry>(rows.size());
        BigDecimal last = null;
        long rank = 0;
        for (int i = 0; i < rows.size(); i++) {
            Ranked row = rows.get(i);
            RankingEntry entry = row.entry();
            BigDecimal key = row.key();
            if (entry == null || key == null) {
                break;
            }
            if (last == null) {
                rank = row.better() + 1;
            } else if (key.compareTo(last) != 0) {
                rank = offset + i + 1L;
            }
            last = key;
            numbered.add(
                    new RankingEntry(
                            rank,
                            entry.unit(),
                            entry.points(),
                            entry.percent(),
                            entry.rating(),
                            entry.ratingTitle(),
                            entry.complete(),
                            entry.nodes()));
        }
        return numbered;
    }
}
