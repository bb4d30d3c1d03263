package org.kongdee.rubric.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.CycleView.Review;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.problem.RuleBroken;

/** A cycle as the organiser wants it. */
@Schema(
        examples =
                """
                {"rubric":"division-contest","version":"2565","period":{"start":"2021-08-01","end":"2022-07-30"},
                 "timeZone":"Asia/Bangkok","review":"PEER","claimsWithoutEvidence":"FLAG"}
                """)
public record PutCycle(
        String rubric,
        String version,
        Period period,
        @Schema(implementation = String.class, defaultValue = "Asia/Bangkok")
                @JsonProperty(defaultValue = "Asia/Bangkok")
                ZoneId timeZone,
        @Schema(defaultValue = "PEER") @JsonProperty(defaultValue = "PEER") Review review,
        @Schema(defaultValue = "FLAG") @JsonProperty(defaultValue = "FLAG")
                ClaimsWithoutEvidence claimsWithoutEvidence) {

    private static final int MOST_DAYS = 366;
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    public PutCycle {
        timeZone = timeZone == null ? BANGKOK : timeZone;
        review = review == null ? Review.PEER : review;
        claimsWithoutEvidence =
                claimsWithoutEvidence == null ? ClaimsWithoutEvidence.FLAG : claimsWithoutEvidence;
        long days = ChronoUnit.DAYS.between(period.start(), period.end()) + 1;
        if (days > MOST_DAYS) {
            throw RuleBroken.at(
                    "period-too-long",
                    "/period",
                    "A cycle has at most %d days; this one has %d.".formatted(MOST_DAYS, days));
        }
    }
}
