package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that makes one number of its children: a dimension, an area, an instrument. */
public record Group(
        String code,
        DocumentText title,
        @Nullable BigDecimal weight,
        Aggregate aggregate,
        List<Node> nodes)
        implements Node {

    public Group {
        nodes = List.copyOf(nodes);
    }

    @Override
    public BigDecimal max() {
        return aggregate.max(nodes);
    }
}
