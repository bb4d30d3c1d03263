package org.kongdee.rubric.score;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimText;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.text.Multiline;

/**
 * One score of a table.
 *
 * @param written the claim as {@link ClaimText} has it
 * @param etag the one that the row replaces, or {@code *}
 */
record ScoreRow(
        String unit,
        String criterion,
        @Nullable Stage wantedStage,
        @Multiline String written,
        @Multiline @Nullable @Size(max = 2000) String note,
        @Nullable String etag)
        implements WantedScore {

    @Override
    public Stage stage() {
        return wantedStage == null ? Stage.SELF : wantedStage;
    }

    @Override
    public Claim claim(Criterion criterion) {
        return ClaimText.read(criterion, written);
    }

    @Override
    public @Nullable String ifMatch() {
        return etag;
    }
}
