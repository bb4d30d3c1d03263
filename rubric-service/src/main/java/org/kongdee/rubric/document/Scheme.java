package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.web.text.LocalizedText;

/** How a criterion is scored. */
public sealed interface Scheme {

    /** The most points it gives. */
    BigDecimal max();

    /** The word in documents. */
    String code();

    /**
     * Rungs that build on each other: the points are those of the rung reached and of all below it.
     * A rung counts only if every rung below it is reached.
     */
    record Ladder(List<Rung> rungs) implements Scheme {

        public Ladder {
            rungs = List.copyOf(rungs);
        }

        /** The points of a claim of rung {@code reached}, 0 being none. */
        public BigDecimal pointsAt(int reached) {
            return sum(rungs.subList(0, reached).stream().map(Rung::points).toList());
        }

        @Override
        public BigDecimal max() {
            return pointsAt(rungs.size());
        }

        @Override
        public String code() {
            return "ladder";
        }
    }

    /** Several ladders in one criterion; their points add up. */
    record Composite(List<Part> parts) implements Scheme {

        public Composite {
            parts = List.copyOf(parts);
        }

        @Override
        public BigDecimal max() {
            return sum(parts.stream().map(part -> part.ladder().max()).toList());
        }

        @Override
        public String code() {
            return "composite";
        }
    }

    /** A choice: of the tiers claimed the highest counts. Evidence alone never makes the choice. */
    record Tiers(List<Tier> tiers) implements Scheme {

        public Tiers {
            tiers = List.copyOf(tiers);
        }

        @Override
        public BigDecimal max() {
            return tiers.stream()
                    .map(tier -> tier.award().max())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        @Override
        public String code() {
            return "tiers";
        }
    }

    /** A measured value, which is the points: the result of a survey. */
    record Numeric(BigDecimal min, BigDecimal max) implements Scheme {

        @Override
        public String code() {
            return "numeric";
        }
    }

    /** Full points or none. */
    record Binary(BigDecimal points, @Nullable Rule when) implements Scheme {

        @Override
        public BigDecimal max() {
            return points;
        }

        @Override
        public String code() {
            return "binary";
        }
    }

    /**
     * A step of a ladder.
     *
     * @param points what it adds
     * @param when what the evidence must show; without it only a claim reaches the rung
     * @param needs what to say is missing for it; without it, that is made from the title and the
     *     rule
     */
    record Rung(
            BigDecimal points,
            LocalizedText title,
            @Nullable Rule when,
            @Nullable LocalizedText needs) {

        /** Whether the evidence must show the same for both, so that they are reached together. */
        public boolean asksForTheSameAs(Rung other) {
            return when != null && Objects.equals(when, other.when);
        }
    }

    /** One of several ladders in a criterion. */
    record Part(String code, LocalizedText title, Ladder ladder) {}

    /**
     * A choice among tiers.
     *
     * @param when what the evidence must show to back a claim of the tier
     */
    record Tier(String code, LocalizedText title, Award award, @Nullable Rule when) {}

    /** What a tier is worth. */
    sealed interface Award {

        BigDecimal max();

        /** The same for everyone. */
        record Fixed(BigDecimal points) implements Award {

            @Override
            public BigDecimal max() {
                return points;
            }
        }

        /** It depends on the variant, which a claim must name. */
        record ByVariant(Map<String, BigDecimal> points) implements Award {

            public ByVariant {
                points = Collections.unmodifiableMap(new TreeMap<>(points));
            }

            @Override
            public BigDecimal max() {
                return points.values().stream().max(Comparator.naturalOrder()).orElseThrow();
            }
        }
    }

    private static BigDecimal sum(List<BigDecimal> points) {
        return points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
