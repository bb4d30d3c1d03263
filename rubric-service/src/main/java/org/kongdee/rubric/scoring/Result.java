package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Rubric;

/**
 * The result of a unit.
 *
 * @param root the whole; its children are the nodes of the rubric
 * @param scored how many criteria have been scored, including those that don't apply
 * @param criteria how many criteria there are
 */
public record Result(Rubric rubric, NodeScore root, int scored, int criteria) {

    /** Whether every criterion is scored. */
    public boolean complete() {
        return scored == criteria;
    }

    /**
     * The code of the band the displayed percent falls into; null if there are no bands, or nothing
     * applies.
     */
    public @Nullable String rating() {
        BigDecimal percent = root.percent();
        if (percent == null) {
            return null;
        }
        return rubric.bands().stream()
                .filter(band -> percent.compareTo(band.from()) >= 0)
                .map(Rubric.Band::code)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the displayed percent passes; null if the rubric has no pass mark, or nothing
     * applies.
     */
    public @Nullable Boolean passed() {
        BigDecimal percent = root.percent();
        BigDecimal pass = rubric.pass();
        return percent == null || pass == null ? null : percent.compareTo(pass) >= 0;
    }
}
