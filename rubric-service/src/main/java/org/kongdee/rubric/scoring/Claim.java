package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a unit has reached in a criterion. Each scheme has its own form of claim;
 * {@link Claims} checks it.
 */
public sealed interface Claim {

    /** Of rungs, in one part or several. */
    sealed interface Climbed extends Claim {

        /** The rung reached in a part, 0 being none; a ladder's only part has no name. */
        int rung(@Nullable String part);
    }

    /** Of a ladder: the rung reached, 0 being none. */
    record Rung(int rung) implements Climbed {

        @Override
        public int rung(@Nullable String part) {
            return rung;
        }
    }

    /** Of a composite: the rung reached in every part. */
    record Parts(Map<String, Integer> rungs) implements Climbed {

        /** No criterion has more. */
        public static final int MOST = 20;

        public Parts {
            rungs = Collections.unmodifiableMap(new TreeMap<>(rungs));
        }

        @Override
        public int rung(@Nullable String part) {
            return part == null ? 0 : rungs.getOrDefault(part, 0);
        }
    }

    /** Of tiers: those reached; the highest counts. None is a claim too. */
    record Tiers(List<Choice> choices) implements Claim {

        /** No criterion has more. */
        public static final int MOST = 50;

        public Tiers {
            choices = List.copyOf(choices);
        }

        /** A tier, with the variant where the tier has variants. */
        public record Choice(String tier, @Nullable String variant) {}
    }

    /** Of a numeric criterion: the value. */
    record Value(BigDecimal value) implements Claim {}

    /** Of a binary criterion: yes or no. */
    record Met(boolean met) implements Claim {}

    /** Of any criterion a unit can be exempt from: why it does not apply. */
    record NotApplicable(String reason) implements Claim {}
}
