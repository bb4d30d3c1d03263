package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;

/**
 * Where a unit stands: what it claims, and what the accepted evidence stands behind.
 *
 * @param lines of the criteria, in the rubric's order
 * @param backed the result that the evidence stands behind
 * @param claimed the result of the claims
 */
public record Standing(List<Line> lines, NodeScore backed, NodeScore claimed) {

    /**
     * Where it stands in one criterion.
     *
     * @param applicable false where it is confirmed that the criterion does not apply
     * @param support what the evidence supports, and what is missing
     * @param backed the points that the evidence supports; where it never infers any, those of the
     *     claim, as far as the evidence backs them. Where points are taken away, all that are
     *     claimed or shown
     * @param claimed null if nothing is claimed
     */
    public record Line(
            Criterion criterion,
            boolean applicable,
            Support support,
            BigDecimal backed,
            @Nullable BigDecimal claimed) {

        private Mark backedMark() {
            return applicable ? Mark.points(backed) : Mark.NOT_APPLICABLE;
        }
    }

    public Standing {
        lines = List.copyOf(lines);
    }

    /**
     * @param claims the marks of the claims, by the number of their criterion
     */
    public static Standing of(
            Scorer scorer, IntFunction<Mark> claims, Tally accepted, Scope scope) {
        List<Line> lines = new ArrayList<>();
        for (Criterion criterion : scorer.criteria()) {
            Mark claim = claims.apply(lines.size());
            lines.add(line(criterion, claim, accepted.of(criterion.code()), scope));
        }
        return new Standing(
                lines,
                scorer.score(index -> lines.get(index).backedMark()).root(),
                scorer.score(claims).root());
    }

    private static Line line(Criterion criterion, Mark claim, Facts facts, Scope scope) {
        Support support = Support.of(criterion, facts, scope);
        BigDecimal claimed = claim instanceof Mark.Points points ? points.points() : null;
        return new Line(
                criterion,
                !(claim instanceof Mark.NotApplicable),
                support,
                backed(criterion, support, claimed, facts, scope),
                claimed);
    }

    private static BigDecimal backed(
            Criterion criterion,
            Support support,
            @Nullable BigDecimal claimed,
            Facts facts,
            Scope scope) {
        if (criterion.deducts()) {
            return support.points().max(claimed == null ? BigDecimal.ZERO : claimed);
        }
        if (support.claim() != null) {
            return support.points();
        }
        return claimed == null
                ? BigDecimal.ZERO
                : claimed.min(Ceiling.of(criterion, facts, scope).points());
    }
}
