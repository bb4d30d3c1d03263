package org.kongdee.rubric.result;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.Result;
import org.kongdee.web.text.LocalizedText;

/**
 * A rating that the percent reaches and that is not given.
 *
 * @param rating code of the band
 * @param title of the band; null if it has none
 * @param unmet what it asks for and is not there
 */
@Schema(name = "WithheldRating")
public record WithheldRating(
        @Schema(examples = "A") String rating,
        @Nullable LocalizedText title,
        List<UnmetView> unmet) {

    public static List<WithheldRating> of(Result result) {
        return result.withheld().stream()
                .map(
                        withheld ->
                                new WithheldRating(
                                        withheld.band().code(),
                                        result.rubric().ratingTitle(withheld.band().code()),
                                        UnmetView.of(withheld.unmet())))
                .toList();
    }
}
