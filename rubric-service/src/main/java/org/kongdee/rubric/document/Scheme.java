package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;

/** How a criterion is scored. */
public sealed interface Scheme {

    /** The most points it gives. */
    BigDecimal max();

    /** What documents call it. */
    Kind kind();

    /** All its rules. */
    List<Rule> rules();

    /** The words for schemes in documents. */
    enum Kind {
        LADDER("ladder"),
        COMPOSITE("composite"),
        TIERS("tiers"),
        NUMERIC("numeric"),
        BINARY("binary");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Optional<Kind> of(@Nullable String code) {
            return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
        }
    }

    /**
     * Rungs that build on each other, in one or several parts whose points add up. What documents
     * call a ladder is a composite of one part that has no name.
     */
    record Ladders(List<Part> parts) implements Scheme {

        public Ladders {
            parts = List.copyOf(parts);
        }

        /** Whether it is a ladder: its only part has no name. */
        public boolean isNameless() {
            return parts.getFirst().name() == null;
        }

        @Override
        public BigDecimal max() {
            return sum(parts.stream().map(Part::max).toList());
        }

        @Override
        public Kind kind() {
            return isNameless() ? Kind.LADDER : Kind.COMPOSITE;
        }

        @Override
        public List<Rule> rules() {
            return present(parts.stream().flatMap(part -> part.rungs().stream()).map(Rung::when));
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
        public Kind kind() {
            return Kind.TIERS;
        }

        @Override
        public List<Rule> rules() {
            return present(tiers.stream().map(Tier::when));
        }
    }

    /** A measured value, which is the points: the result of a survey. */
    record Numeric(BigDecimal min, BigDecimal max) implements Scheme {

        @Override
        public Kind kind() {
            return Kind.NUMERIC;
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }
    }

    /** Full points or none. */
    record Binary(BigDecimal points, @Nullable Rule when) implements Scheme {

        @Override
        public BigDecimal max() {
            return points;
        }

        @Override
        public Kind kind() {
            return Kind.BINARY;
        }

        @Override
        public List<Rule> rules() {
            return present(Stream.of(this).map(Binary::when));
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
            DocumentText title,
            @Nullable Rule when,
            @Nullable DocumentText needs) {

        /** Whether the evidence must show the same for both, so that they are reached together. */
        public boolean asksForTheSameAs(Rung other) {
            return when != null && Objects.equals(when, other.when);
        }
    }

    /**
     * The rungs of one part: the points are those of the rung reached and of all below it. A rung
     * counts only if every rung below it is reached.
     *
     * @param name null if there is no other part
     * @param zero what it means to reach no rung; of a ladder the criterion says it
     */
    record Part(Rubric.@Nullable Named name, @Nullable DocumentText zero, List<Rung> rungs) {

        public Part {
            rungs = List.copyOf(rungs);
        }

        /** Null if it has no name. */
        public @Nullable String code() {
            return name == null ? null : name.code();
        }

        /** The points of a claim of rung {@code reached}, 0 being none. */
        public BigDecimal pointsAt(int reached) {
            return sum(rungs.subList(0, reached).stream().map(Rung::points).toList());
        }

        public BigDecimal max() {
            return pointsAt(rungs.size());
        }
    }

    /**
     * A choice among tiers.
     *
     * @param when what the evidence must show to back a claim of the tier
     */
    record Tier(String code, DocumentText title, Award award, @Nullable Rule when) {}

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
        record ByVariant(List<Variant> variants) implements Award {

            public ByVariant {
                variants = List.copyOf(variants);
            }

            /** The variant of this code. */
            public Optional<Variant> variant(String code) {
                return variants.stream().filter(each -> each.code().equals(code)).findFirst();
            }

            @Override
            public BigDecimal max() {
                return variants.stream()
                        .map(Variant::points)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            }
        }

        /** A way in which a tier can be reached. */
        record Variant(String code, DocumentText title, BigDecimal points) {}
    }

    private static BigDecimal sum(List<BigDecimal> points) {
        return points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Rule> present(Stream<@Nullable Rule> rules) {
        return rules.<Rule>mapMulti(
                        (rule, sink) -> {
                            if (rule != null) {
                                sink.accept(rule);
                            }
                        })
                .toList();
    }
}
