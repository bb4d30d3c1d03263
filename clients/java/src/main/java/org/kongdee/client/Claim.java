package org.kongdee.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody says a unit has reached in a criterion, in the form of the criterion's scheme; or
 * that it does not apply. The six forms are told apart by their one member.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Claim.Rung.class),
    @JsonSubTypes.Type(Claim.Parts.class),
    @JsonSubTypes.Type(Claim.Tiers.class),
    @JsonSubTypes.Type(Claim.Value.class),
    @JsonSubTypes.Type(Claim.Met.class),
    @JsonSubTypes.Type(Claim.NotApplicable.class)
})
public sealed interface Claim {

    /** Of a ladder: the rung reached, 0 being none. */
    static Claim rung(int rung) {
        return new Rung(rung);
    }

    /** Of a composite: the rung reached in every part, by the part's code. */
    static Claim parts(Map<String, Integer> parts) {
        return new Parts(parts);
    }

    /** Of tiers: those reached, of which the highest counts; none is a claim too. */
    static Claim tiers(ReachedTier... tiers) {
        return new Tiers(List.of(tiers));
    }

    /** Of a numeric criterion. */
    static Claim value(BigDecimal value) {
        return new Value(value);
    }

    /** Of a numeric criterion, by its decimal text such as 93.55. */
    static Claim value(String value) {
        return new Value(new BigDecimal(value));
    }

    /** Of a binary criterion. */
    static Claim met(boolean met) {
        return new Met(met);
    }

    /** Of any criterion that a unit can be exempt from, with the reason. */
    static Claim notApplicable(String why) {
        return new NotApplicable(why);
    }

    record Rung(@JsonProperty("rung") int rung) implements Claim {}

    record Parts(@JsonProperty("parts") Map<String, Integer> parts) implements Claim {
        public Parts {
            parts = Map.copyOf(parts);
        }
    }

    record Tiers(@JsonProperty("tiers") List<ReachedTier> tiers) implements Claim {
        public Tiers {
            tiers = List.copyOf(tiers);
        }
    }

    record Value(@JsonProperty("value") BigDecimal value) implements Claim {
        public Value {
            Objects.requireNonNull(value, "value");
        }
    }

    record Met(@JsonProperty("met") boolean met) implements Claim {}

    record NotApplicable(@JsonProperty("notApplicable") String notApplicable) implements Claim {
        public NotApplicable {
            Objects.requireNonNull(notApplicable, "notApplicable");
        }
    }
}
