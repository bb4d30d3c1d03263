package org.kongdee.rubric.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.text.Multiline;

/**
 * One score of many.
 *
 * @param stage SELF if left out
 * @param claim what was reached, in the form of the criterion's scheme
 * @param note for people, at most 2,000 characters; counts for nothing
 * @param ifMatch the ETag that the line replaces, or {@code *}; needed where another claim is
 *     there, unless the request says {@code overwrite=true}
 */
public record ScoreLine(
        @Schema(examples = "SLK") String unit,
        @Schema(examples = "1.1.2") String criterion,
        @Schema(defaultValue = "SELF") @JsonProperty(defaultValue = "SELF") Stage stage,
        @Schema(implementation = ClaimSchema.class) Claim claim,
        @Multiline @Nullable @Size(max = 2000) String note,
        @Nullable String ifMatch)
        implements WantedScore {

    public ScoreLine {
        stage = stage == null ? Stage.SELF : stage;
    }

    static final String EXAMPLE =
            """
            [{"unit":"SLK","criterion":"1.1.2","stage":"SELF","claim":{"rung":2},"note":"Memo and LINE group"},
             {"unit":"SLK","criterion":"4.2.4","stage":"SELF","claim":{"parts":{"a":3,"b":1}},"ifMatch":"*"}]
            """;

    @Override
    public Claim claim(Criterion criterion) {
        return claim;
    }
}
