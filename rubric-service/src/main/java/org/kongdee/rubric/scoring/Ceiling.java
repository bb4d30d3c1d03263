package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Scheme;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.rule.Rule;

/**
 * The most points that evidence backs a claim to; a claim above it is "claimed without evidence".
 *
 * <p>It differs from {@link Support}, which says what to claim: tiers and values are never inferred
 * from evidence, but evidence can back a claim of them. Where no rule says what must be shown, any
 * evidence of the criterion backs the claim; where the criterion takes no evidence at all, nothing
 * is missing.
 */
public final class Ceiling {

    private Ceiling() {}

    /**
     * Whether a claim is worth more than the evidence backs. Points that are taken away need no
     * evidence.
     */
    public static boolean isExceeded(Criterion criterion, Mark claimed, Mark.Points ceiling) {
        return !criterion.deducts() && isBelow(claimed, ceiling);
    }

    public static Mark.Points of(Criterion criterion, Facts facts, Scope scope) {
        Backing backing =
                rule ->
                        rule == null
                                ? criterion.kinds().isEmpty() || !facts.isEmpty()
                                : rule.isMet(facts, scope);
        return switch (criterion.scheme()) {
            case Scheme.Ladders ladders -> Mark.climbed(ladders, part -> backed(part, backing));
            case Scheme.Tiers tiers ->
                    alone(
                            tiers.tiers().stream()
                                    .filter(tier -> backing.holds(tier.when()))
                                    .map(tier -> tier.award().max())
                                    .max(Comparator.naturalOrder())
                                    .orElse(BigDecimal.ZERO));
            case Scheme.Numeric(_, var max) -> alone(backing.holds(null) ? max : BigDecimal.ZERO);
            case Scheme.Binary(var points, var when) ->
                    alone(backing.holds(when) ? points : BigDecimal.ZERO);
        };
    }

    /** Whether a claim, or a part of it, is worth more than the ceiling. */
    static boolean isBelow(Mark claimed, Mark.Points ceiling) {
        return switch (claimed) {
            case Mark.Unscored _, Mark.NotApplicable _ -> false;
            case Mark.Points(var points, var parts)
                    when parts.isEmpty() || ceiling.parts().isEmpty() ->
                    points.compareTo(ceiling.points()) > 0;
            case Mark.Points(_, var parts) -> {
                boolean below = false;
                for (int i = 0; i < parts.size(); i++) {
                    BigDecimal most = ceiling.parts().get(i).points();
                    below |= parts.get(i).points().compareTo(most) > 0;
                }
                yield below;
            }
        };
    }

    @FunctionalInterface
    private interface Backing {
        boolean holds(@Nullable Rule rule);
    }

    private static BigDecimal backed(Scheme.Part part, Backing backing) {
        int rung = 0;
        while (rung < part.rungs().size() && backing.holds(part.rungs().get(rung).when())) {
            rung++;
        }
        return part.pointsAt(rung);
    }

    private static Mark.Points alone(BigDecimal points) {
        return new Mark.Points(points, List.of());
    }
}
