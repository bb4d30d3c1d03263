package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;

/**
 * A leaf of the tree: what is looked at, what may be shown for it, and how it is scored. Who does
 * it in a unit, and by when, is the unit's plan.
 *
 * @param description what is meant, at length
 * @param approach what a unit is expected to do
 * @param examples what can serve as evidence
 * @param zero what it means to reach nothing
 * @param kinds the kinds of evidence it takes; none means any
 * @param mayNotApply whether a unit can be exempt from it
 * @param follows the criterion whose outcome this one follows up
 * @param deducts whether its points are taken from the sum that it stands in
 */
public record Criterion(
        String code,
        DocumentText title,
        @Nullable String label,
        @Nullable BigDecimal weight,
        List<String> appliesTo,
        @Nullable DocumentText description,
        @Nullable DocumentText approach,
        List<DocumentText> examples,
        @Nullable DocumentText zero,
        List<String> kinds,
        boolean mayNotApply,
        @Nullable String follows,
        boolean deducts,
        Scheme scheme,
        List<Deadline> deadlines)
        implements Node {

    /** The kind of evidence that names none, where a criterion takes any. */
    public static final String ANY_KIND = "evidence";

    public Criterion {
        appliesTo = List.copyOf(appliesTo);
        examples = List.copyOf(examples);
        kinds = List.copyOf(kinds);
        deadlines = List.copyOf(deadlines);
    }

    /** All its rules, those of its deadlines too. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(scheme.rules());
        for (Deadline deadline : deadlines) {
            if (deadline.when() != null) {
                rules.add(deadline.when());
            }
        }
        return rules;
    }

    @Override
    public BigDecimal max() {
        return scheme.max();
    }
}
