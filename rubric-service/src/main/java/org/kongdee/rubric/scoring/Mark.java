package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kongdee.rubric.document.Scheme;

/** How a criterion enters a result: with points, as not applicable, or not at all yet. */
public sealed interface Mark {

    Mark UNSCORED = new Unscored();
    Mark NOT_APPLICABLE = new NotApplicable();

    static Mark points(BigDecimal points) {
        return new Points(points, List.of());
    }

    /** Points of rungs: those of all parts, and of each if they have names. */
    static Points climbed(Scheme.Ladders ladders, Function<Scheme.Part, BigDecimal> points) {
        List<PartPoints> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Scheme.Part part : ladders.parts()) {
            BigDecimal reached = points.apply(part);
            sum = sum.add(reached);
            if (part.name() != null) {
                parts.add(
                        new PartPoints(
                                part.name().code(),
                                part.name().title().filled(),
                                reached,
                                part.max()));
            }
        }
        return new Points(sum, parts);
    }

    /**
     * Points between 0 and the criterion's maximum; of a composite with those of its parts, where
     * they are known.
     */
    record Points(BigDecimal points, List<PartPoints> parts) implements Mark {

        public Points {
            parts = List.copyOf(parts);
        }
    }

    /** Confirmed as not applicable: it leaves the sums with its maximum. */
    record NotApplicable() implements Mark {}

    /** Not scored: it counts 0 and leaves the result incomplete. */
    record Unscored() implements Mark {}
}
