package org.kongdee.rubric.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.cycle.CycleView.Review;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * A cycle as the organiser wants it.
 *
 * @param version of the rubric; a draft will do, and is to be published before the cycle opens
 * @param title what it is called; null for the title of the rubric
 * @param period the days whose evidence counts, both included; at most 366
 * @param timeZone where its days begin and end, an IANA time zone
 * @param review who accepts evidence
 * @param claimsWithoutEvidence what happens to a claim above what the evidence supports
 */
@Schema(
        examples =
                """
                {"rubric":"division-contest","version":"2565","period":{"start":"2021-08-01","end":"2022-07-30"},
                 "timeZone":"Asia/Bangkok","review":"PEER","claimsWithoutEvidence":"FLAG"}
                """)
public record PutCycle(
        String rubric,
        String version,
        @Nullable @Valid Title title,
        Period period,
        @Schema(implementation = String.class, defaultValue = "Asia/Bangkok")
                @JsonProperty(defaultValue = "Asia/Bangkok")
                ZoneId timeZone,
        @Schema(defaultValue = "PEER") @JsonProperty(defaultValue = "PEER") Review review,
        @Schema(defaultValue = "FLAG") @JsonProperty(defaultValue = "FLAG")
                ClaimsWithoutEvidence claimsWithoutEvidence) {

    /**
     * What a cycle is called, in one language or both; what is left out is called as in the other.
     *
     * @param en in English, at most 500 characters
     * @param th in Thai, at most 500 characters
     */
    @Schema(name = "CycleTitle")
    public record Title(
            @Nullable @Size(max = 500) @Pattern(regexp = WORDS, message = WORDS_HINT) String en,
            @Nullable @Size(max = 500) @Pattern(regexp = WORDS, message = WORDS_HINT) String th) {

        /** As in rubric documents, of a whole text. */
        private static final String WORDS =
                ".*(?![\\x00-\\x20\\x7f-\\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])..*";

        private static final String WORDS_HINT = "a text that is not blank";

        private LocalizedText or(LocalizedText other) {
            if (en == null) {
                return th == null ? other : new LocalizedText(th, th);
            }
            return new LocalizedText(en, th == null ? en : th);
        }
    }

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
                    Message.of("A cycle has at most %d days; this one has %d.", MOST_DAYS, days));
        }
    }

    /** What the cycle is called, if its rubric is called {@code rubric}. */
    LocalizedText titleOr(LocalizedText rubric) {
        return title == null ? rubric : title.or(rubric);
    }
}
