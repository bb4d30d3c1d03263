package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a node makes one number of its children. Children of a mean share one maximum, which is then
 * the node's.
 */
public enum Aggregate {
    SUM("sum"),
    MEAN("mean"),
    WEIGHTED("weighted");

    private final String code;

    Aggregate(String code) {
        this.code = code;
    }

    /** The word in documents. */
    public String code() {
        return code;
    }

    static Aggregate of(String code) {
        for (Aggregate aggregate : values()) {
            if (aggregate.code.equals(code)) {
                return aggregate;
            }
        }
        throw new IllegalArgumentException(code);
    }

    BigDecimal max(List<Node> children) {
        return switch (this) {
            case SUM -> children.stream().map(Node::adds).reduce(BigDecimal.ZERO, BigDecimal::add);
            case MEAN, WEIGHTED -> children.getFirst().max();
        };
    }
}
