package org.kongdee.rubric.readiness;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.problem.Problem;

/**
 * What became of the suggestions.
 *
 * @param factsAsOf when what is known of the evidence was last up to date; null if nothing is known
 * @param written how many scores were filled, raised or lowered
 * @param outcomes one a criterion, in the order of the rubric
 */
public record Accepted(@Nullable Instant factsAsOf, int written, List<Outcome> outcomes) {

    public Accepted {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What became of a criterion. FILLED: it was not scored, now it is; RAISED: a claim of fewer
     * points was there; LOWERED: a claim of more points was there, and the caller asked to
     * overwrite it; UNCHANGED: what the evidence supports is claimed already; KEPT: a higher claim,
     * or one of "not applicable", is there and stays; NOTHING_SUPPORTED: the evidence supports no
     * points, or no rule can tell which; REFUSED: see the problem.
     */
    @Schema(name = "SuggestionEffect")
    public enum What {
        /** It was not scored; now it is. */
        FILLED(true),
        /** A claim of fewer points was there. */
        RAISED(true),
        /** A claim of more points was there, and the caller asked to overwrite it. */
        LOWERED(true),
        /** What the evidence supports is claimed already. */
        UNCHANGED(false),
        /** A higher claim, or one of "not applicable", is there and stays. */
        KEPT(false),
        /** The evidence supports no points, or no rule can tell which. */
        NOTHING_SUPPORTED(false),
        /** Refused, mostly because somebody else scored in between; see the problem. */
        REFUSED(false);

        private final boolean written;

        What(boolean written) {
            this.written = written;
        }

        boolean writes() {
            return written;
        }
    }

    /**
     * What became of one criterion, with the claim that stands now.
     *
     * @param outcome what became of it
     * @param claim that stands now; null if there is none, or if it was refused
     * @param points what that claim is worth; null where claim is
     * @param problem why it was refused; null if it was not
     */
    @Schema(name = "SuggestionOutcome")
    public record Outcome(
            @Schema(examples = "1.1.2") String criterion,
            What outcome,
            @Schema(implementation = ClaimSchema.class) @Nullable Claim claim,
            @Nullable BigDecimal points,
            @Nullable Problem problem) {}
}
