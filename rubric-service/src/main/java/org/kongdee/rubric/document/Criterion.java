package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.web.text.LocalizedText;

/**
 * A leaf of the tree: what is looked at, who answers for it, what may be shown for it, and how it
 * is scored.
 *
 * @param owners codes of the sections that answer for it, or {@link #EVERYONE}
 * @param kinds the kinds of evidence it takes
 * @param mayNotApply whether a unit can be exempt from it
 * @param follows the criterion whose outcome this one follows up
 */
public record Criterion(
        String code,
        LocalizedText title,
        @Nullable BigDecimal weight,
        List<String> owners,
        List<String> kinds,
        boolean mayNotApply,
        @Nullable String follows,
        Scheme scheme,
        List<Milestone> milestones)
        implements Node {

    /** The owner that stands for every section of the unit. */
    public static final String EVERYONE = "ALL";

    public Criterion {
        owners = List.copyOf(owners);
        kinds = List.copyOf(kinds);
        milestones = List.copyOf(milestones);
    }

    /** All its rules, those of its milestones too. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(scheme.rules());
        for (Milestone milestone : milestones) {
            if (milestone.when() != null) {
                rules.add(milestone.when());
            }
        }
        return rules;
    }

    @Override
    public BigDecimal max() {
        return scheme.max();
    }
}
