package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Unmet;
import org.kongdee.web.text.LocalizedText;

/**
 * What a gate asks for and the unit does not have.
 *
 * @param criterion whose points are asked for
 * @param required how many, at least
 * @param points how many there are
 * @param because the same in words
 */
@Schema(name = "UnmetRequirement")
public record UnmetView(
        @Schema(examples = "1.1.2") String criterion,
        BigDecimal required,
        BigDecimal points,
        LocalizedText because) {

    static List<UnmetView> of(List<Unmet> unmet) {
        return unmet.stream()
                .map(
                        each ->
                                new UnmetView(
                                        each.criterion().code(),
                                        Exact.plain(each.required()),
                                        Exact.plain(each.has()),
                                        each.because()))
                .toList();
    }
}
