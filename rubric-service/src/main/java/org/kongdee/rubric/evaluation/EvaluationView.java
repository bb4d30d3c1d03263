package org.kongdee.rubric.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.kongdee.rubric.readiness.CriterionReadiness;
import org.kongdee.rubric.result.ResultView;
import org.kongdee.rubric.scoring.Evaluation;
import org.kongdee.rubric.scoring.Evaluation.Evaluated;
import org.kongdee.web.text.LocalizedText;

/**
 * A result, with what the evidence supports for every criterion.
 *
 * @param criteria in the order of the rubric
 * @param ignored the items that were left out, by their place in the request, and why
 */
public record EvaluationView(
        @JsonUnwrapped ResultView result,
        List<CriterionReadiness> criteria,
        List<Ignored> ignored) {

    /** An item that does not count. */
    public record Ignored(String pointer, LocalizedText reason) {}

    static EvaluationView of(Evaluation.Request request, Evaluated evaluated) {
        return new EvaluationView(
                ResultView.of(null, request.asOf(), evaluated.result(), null),
                evaluated.criteria().stream()
                        .map(
                                report ->
                                        CriterionReadiness.of(
                                                report.criterion(),
                                                report.support(),
                                                null,
                                                report.claim(),
                                                null))
                        .toList(),
                evaluated.ignored().stream()
                        .map(item -> new Ignored("/evidence/" + item.index(), item.reason()))
                        .toList());
    }
}
