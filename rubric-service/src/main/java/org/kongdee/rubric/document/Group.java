package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node that makes one number of its children: a dimension, an area, an instrument.
 *
 * @param requires its gate: if it is not met, the node counts 0
 */
public record Group(
        String code,
        DocumentText title,
        @Nullable String label,
        @Nullable BigDecimal weight,
        List<String> appliesTo,
        Aggregate aggregate,
        List<Requirement> requires,
        List<Node> nodes)
        implements Node {

    public Group {
        appliesTo = List.copyOf(appliesTo);
        requires = List.copyOf(requires);
        nodes = List.copyOf(nodes);
    }

    Group with(List<Node> others) {
        return new Group(code, title, label, weight, appliesTo, aggregate, requires, others);
    }

    @Override
    public BigDecimal max() {
        return aggregate.max(nodes);
    }
}
